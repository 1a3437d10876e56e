// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <boost/program_options/options_description.hpp>

#include "asking.hpp"
#include "domino/probe_protocol.hpp"
#include "host/domino_installations.hpp"
#include "model/failure.hpp"
#include "text/path_text.hpp"

namespace bes::probe {

enum class Task { ask, list, help };

struct CommandLine {
    Task task = Task::ask;
    std::filesystem::path root = topFolder();
    host::NamedDomino named;
    Settings settings;
    std::vector<domino::Question> questions;
    std::chrono::seconds limit{0};
    bool allowRoot = false;
    bool restarted = false; ///< this process has the account and the environment that the runtime needs
};

/// What people give it.
[[nodiscard]] boost::program_options::options_description options();

/// Failure usage.
[[nodiscard]] Result<CommandLine> parseCommandLine(const std::vector<std::string>& words);

[[nodiscard]] std::string helpText();

} // namespace bes::probe

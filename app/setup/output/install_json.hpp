// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "output/document.hpp"
#include "setup.hpp"

namespace bes::app {

/// The last line of a run, whatever it did.
[[nodiscard]] Json resultJson(std::string_view outcome, ExitCode code, const std::filesystem::path& log);

[[nodiscard]] Json failuresJson(const std::vector<Failure>& failures);

// First and last line of `install --json`; between them stand the events of the progress.

void writeInstallBegin(const Request& request, Page& page);
void writeInstallOutcome(const RunOutcome& outcome, ExitCode code, const std::filesystem::path& log,
                         Page& page);
/// Of any run.
void writeRunFailure(const Failure& failure, const std::filesystem::path& log, Page& page);

} // namespace bes::app

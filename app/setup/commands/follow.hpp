// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "command.hpp"

namespace bes::app {

/// Shows the run that is under way in another process, step by step, until it ends; then the exit code is the
/// run's own. Success, and a line that says so, where none is under way.
[[nodiscard]] Result<ExitCode> followRun(const Invocation& invocation, const std::filesystem::path& root);

} // namespace bes::app

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "history.hpp"

namespace bes::app {

/// The logs of a run and of what recovered it, the oldest first: those that were begun since it began and
/// before the next run. Empty where they are gone (the newest twenty of each command are kept) or may not be
/// read. `runs` are all runs, the newest first.
[[nodiscard]] std::vector<std::filesystem::path> logsOf(const PastRun& run, const std::vector<PastRun>& runs,
                                                        const std::filesystem::path& root);

/// All logs that are there, the newest first.
[[nodiscard]] std::vector<std::filesystem::path> allLogs(const std::filesystem::path& root);

} // namespace bes::app

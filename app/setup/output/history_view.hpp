// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "history.hpp"
#include "model/json.hpp"
#include "output/page.hpp"

namespace bes::app {

/// A line for each run, the newest first.
void showRuns(const std::vector<PastRun>& runs, Page& page);
[[nodiscard]] Json runsDocument(const std::vector<PastRun>& runs);

/// `logs`: of the run and of what recovered it.
void showReplay(const Replay& replay, const std::vector<std::filesystem::path>& logs, Page& page);
[[nodiscard]] Json replayDocument(const Replay& replay, const std::vector<std::filesystem::path>& logs);

/// "rolled back: The media is damaged", in the tone of its ending.
[[nodiscard]] Cell endingOf(const PastRun& run);

/// What has changed since a run, for `check --since`.
void showChanges(const PastRun& since, const FindingChanges& changes, Page& page);
[[nodiscard]] Json changesJson(const PastRun& since, const FindingChanges& changes);

} // namespace bes::app

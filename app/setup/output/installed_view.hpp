// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "domino/readiness.hpp"
#include "model/json.hpp"
#include "output/page.hpp"
#include "setup.hpp"
#include "standby_status.hpp"

namespace bes::app {

/// What `install` did, where everything is, and what comes next. `status` is how the standby is now.
void showInstalled(const StandbyStatus& status, const RunOutcome& outcome, const std::filesystem::path& log,
                   Page& page);

/// What `status` says of an installed standby.
void showStatus(const StandbyStatus& status, Page& page);

/// Nothing where no edited file has a new version beside it.
void showNewVersions(const StandbyStatus& status, Page& page);

/// What "status" says about Domino's replication.
void showReadiness(const domino::Readiness& readiness, Page& page);

/// One line for "status --watch", with a bar.
[[nodiscard]] Row readinessLine(const domino::Readiness& readiness, std::string_view time);

[[nodiscard]] Json readinessJson(const domino::Readiness& readiness);

} // namespace bes::app

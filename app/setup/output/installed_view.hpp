// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

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

} // namespace bes::app

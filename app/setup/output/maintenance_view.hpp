// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "maintenance.hpp"
#include "output/document.hpp"
#include "output/page.hpp"
#include "standby_status.hpp"

namespace bes::app {

/// What a plan for the installed standby would do, and what then stays.
void showMaintenancePlan(const Plan& plan, const std::vector<Finding>& findings,
                         const std::vector<std::string>& stays, Page& page);

/// What was done. `standby`: as it is after that; null where there is none, or it is not known.
void showMaintenance(const RunOutcome& outcome, const Maintenance& wanted, const Request& installed,
                     const StandbyStatus* standby, const std::filesystem::path& log, Page& page);

// First and last line of `remove --json`; between them stand the events of the progress.

void writeMaintenanceBegin(std::string_view command, const Request& installed, Page& page);
void writeMaintenanceOutcome(const RunOutcome& outcome, ExitCode code, const std::filesystem::path& log,
                             Page& page);

} // namespace bes::app

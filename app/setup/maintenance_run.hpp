// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <stop_token>

#include "console.hpp"
#include "maintenance.hpp"

namespace bes::app {

/// What is to become of the standby that is installed, or a plan that was made for it before.
struct MaintenanceRun {
    std::optional<Plan> plan;
    Request installed;
    Maintenance wanted;
    Secret databasePassword;
};

/// Changes or removes the standby with a log of its own, and tells the progress and what came of it: JSON
/// Lines for programs, text for people.
[[nodiscard]] ExitCode maintainAndTell(const MaintenanceRun& run, bool json, Console& console,
                                       std::stop_token stop);

} // namespace bes::app

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "model/startable_service.hpp"
#include "plan/standby_comparison.hpp"

namespace bes::plan {

/// Those that setup can start again, and those that go. Deferred ones that run have been started by the
/// failover process: they go on with what they have.
[[nodiscard]] std::vector<Service> stoppedFor(const StandbyComparison& change);

/// What was stopped and stays, and what is new, or not deferred any more, where the standby runs.
[[nodiscard]] std::vector<StartableService> startedAfter(const StandbyComparison& change);

} // namespace bes::plan

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "models/plan_summary.hpp"
#include "models/wizard_state.hpp"

namespace bes::wizard {

/// What becomes of the standby that is installed, in words; `seen` was looked at for a maintenance and has
/// its plan.
[[nodiscard]] std::vector<SummaryGroup> maintenanceSummary(const Seen& seen);

} // namespace bes::wizard

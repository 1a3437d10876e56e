// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "model/plan.hpp"
#include "models/wizard_state.hpp"

namespace bes::wizard {

struct SummaryGroup {
    std::string heading;
    std::vector<std::string> lines;
};

/// A plan in words: what is installed where, what is started, and what deliberately is not.
[[nodiscard]] std::vector<SummaryGroup> planSummary(const Plan& plan);

/// What becomes of the standby that is installed, in words; `seen` was looked at for a maintenance and has
/// its plan.
[[nodiscard]] std::vector<SummaryGroup> maintenanceSummary(const Seen& seen);

} // namespace bes::wizard

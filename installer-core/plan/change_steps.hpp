// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "plan/standby_comparison.hpp"

namespace bes::plan {

/// The steps that make the standby what it shall be, in order, each with its undo.
[[nodiscard]] std::vector<Step> changeSteps(const StandbyComparison& change);

} // namespace bes::plan

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "model/facts.hpp"
#include "model/plan.hpp"
#include "plan/composition.hpp"

namespace bes::plan {

/// The facts that the steps were worked out of, as texts: when one of them has another value, the plan is
/// outdated.
[[nodiscard]] std::vector<BasisEntry> basisOf(const Facts& facts, const Composition& composition);

} // namespace bes::plan

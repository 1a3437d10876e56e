// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "model/facts.hpp"
#include "model/plan.hpp"

namespace bes::plan {

/// The steps that turn what the facts say into what the request wants. Pure. The facts must have passed
/// check(): an unknown fact that the plan needs throws std::logic_error. A standby that is installed as
/// wanted gives a plan without steps.
[[nodiscard]] Plan makePlan(const Facts& facts, const Request& request);

/// What differs between the facts that two plans were made from (a sentence each), or between their steps.
/// Empty: the same plan.
[[nodiscard]] std::vector<std::string> differences(const Plan& made, const Plan& now);

} // namespace bes::plan

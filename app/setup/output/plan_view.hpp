// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "model/finding.hpp"
#include "model/plan.hpp"
#include "output/page.hpp"

namespace bes::app {

/// A plan for people: what is installed where, every step, what is started and what deliberately is not.
void showPlan(const Plan& plan, const std::vector<Finding>& findings, Page& page);

} // namespace bes::app

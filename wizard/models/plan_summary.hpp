// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "model/plan.hpp"

namespace bes::wizard {

struct SummaryGroup {
    std::string heading;
    std::vector<std::string> lines;
};

/// A plan in words: what is installed where, what is started, and what deliberately is not.
[[nodiscard]] std::vector<SummaryGroup> planSummary(const Plan& plan);

} // namespace bes::wizard

// SPDX-License-Identifier: Apache-2.0
#include "model/plan.hpp"

#include <algorithm>
#include <numeric>

namespace bes {

std::uint64_t totalWeight(const Plan& plan) {
    return std::accumulate(plan.steps.begin(), plan.steps.end(), std::uint64_t{0},
                           [](std::uint64_t sum, const Step& step) { return sum + step.weight; });
}

bool commits(const Step& step) {
    return std::holds_alternative<RecordReceipt>(step.action) ||
           std::holds_alternative<ForgetReceipt>(step.action);
}

std::size_t firstAfterCommit(const Plan& plan) {
    const auto committing = std::ranges::find_if(plan.steps, commits);
    const auto after = committing == plan.steps.end() ? committing : committing + 1;
    return static_cast<std::size_t>(after - plan.steps.begin());
}

} // namespace bes

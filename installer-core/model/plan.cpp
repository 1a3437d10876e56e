#include "model/plan.hpp"

#include <numeric>

namespace bes {

std::uint64_t totalWeight(const Plan& plan) {
    return std::accumulate(plan.steps.begin(), plan.steps.end(), std::uint64_t{0},
                           [](std::uint64_t sum, const Step& step) { return sum + step.weight; });
}

} // namespace bes

// SPDX-License-Identifier: Apache-2.0
#include "apply/acts.hpp"

namespace bes::apply {

Result<void> act(Run& run, std::size_t step) {
    return std::visit([&](const auto& action) { return perform(run, step, action); },
                      run.plan().steps[step].action);
}

} // namespace bes::apply

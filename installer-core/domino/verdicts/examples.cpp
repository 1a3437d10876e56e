// SPDX-License-Identifier: Apache-2.0
#include "domino/verdicts/examples.hpp"

#include <algorithm>

namespace bes::domino {

std::string examplesOf(const StateGroup& group) {
    constexpr std::size_t enough = 3;
    const std::size_t shown = std::min(group.examples.size(), enough);
    std::string text;
    for (std::size_t i = 0; i < shown; ++i)
        text += (i == 0 ? "" : ", ") + group.examples[i].path;
    if (shown == 0)
        return std::to_string(group.count);
    return group.count > shown ? text + " and " + std::to_string(group.count - shown) + " more" : text;
}

} // namespace bes::domino

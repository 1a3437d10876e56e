// SPDX-License-Identifier: Apache-2.0
#include "text/lists.hpp"

namespace bes {

std::string joined(const std::vector<std::string>& words, std::string_view between) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i)
        text.append(i == 0 ? "" : between).append(words[i]);
    return text;
}

std::string listed(const std::vector<std::string>& names, std::size_t limit) {
    // "and 1 more" would take as much room as the name itself.
    if (names.size() <= limit + 1)
        return joined(names);
    const auto cut = names.begin() + static_cast<std::ptrdiff_t>(limit);
    return joined({names.begin(), cut}) + " and " + std::to_string(names.size() - limit) + " more";
}

} // namespace bes

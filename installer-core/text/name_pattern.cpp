// SPDX-License-Identifier: Apache-2.0
#include "text/name_pattern.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "text/file_names.hpp"

namespace bes {

// Of every beginning of the text it is noted whether the pattern so far matches it: the time is the product
// of both lengths, whatever the pattern.
bool matches(std::string_view pattern, std::string_view text, char separator) {
    const std::string folded = foldCase(text);
    std::vector<bool> matched(folded.size() + 1, false);
    matched.front() = true;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool star = pattern[i] == '*';
        const bool anything = star && pattern.substr(i + 1).starts_with('*');
        const std::string letter = foldCase(pattern.substr(i, 1));
        std::vector<bool> next(matched.size(), false);
        if (star)
            next.front() = matched.front();
        for (std::size_t end = 1; end < matched.size(); ++end)
            next[end] = star ? matched[end] || (next[end - 1] && (anything || folded[end - 1] != separator))
                             : matched[end - 1] && folded[end - 1] == letter.front();
        matched = std::move(next);
        i += anything ? 1 : 0;
    }
    return matched.back();
}

bool matchesFile(std::string_view pattern, std::string_view path) {
    if (pattern.find('/') == std::string_view::npos)
        path.remove_prefix(std::min(path.rfind('/') + 1, path.size()));
    return matches(pattern, path, '/');
}

} // namespace bes

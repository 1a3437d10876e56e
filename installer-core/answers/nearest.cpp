// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "answers/answers.hpp"

namespace bes::answers {
namespace {

char fold(char c) {
    if (c >= 'A' && c <= 'Z')
        return static_cast<char>(c - 'A' + 'a');
    return c == '_' ? '-' : c;
}

std::string folded(std::string_view word) {
    std::string result(word);
    std::ranges::transform(result, result.begin(), fold);
    return result;
}

/// Letters to insert, remove or replace, or neighbours to swap, to make one word of the other.
std::size_t distance(const std::string& a, const std::string& b) {
    std::vector<std::vector<std::size_t>> rows(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                rows[i][j] = i + j;
                continue;
            }
            const std::size_t replaced = rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            rows[i][j] = std::min({rows[i - 1][j] + 1, rows[i][j - 1] + 1, replaced});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                rows[i][j] = std::min(rows[i][j], rows[i - 2][j - 2] + 1);
        }
    }
    return rows.back().back();
}

/// "trust" for "media.trust", "primary" for "primary.name": half of the name was said.
bool isPart(const std::string& word, const std::string& name) {
    return name.ends_with("." + word) || name.starts_with(word + ".");
}

constexpr std::size_t longestCompared = 100;

} // namespace

std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates) {
    const std::string meant = folded(word.substr(0, longestCompared));
    const std::size_t limit = std::max<std::size_t>(1, meant.size() / 3);

    std::optional<std::string> best;
    std::size_t least = limit + 1;
    for (const std::string& candidate : candidates) {
        const std::size_t far = isPart(meant, candidate) ? limit : distance(meant, folded(candidate));
        if (far < least) {
            least = far;
            best = candidate;
        }
    }
    return best;
}

} // namespace bes::answers

// SPDX-License-Identifier: Apache-2.0
// As much of POSIX's <regex.h> as tests use, by the standard library: mingw has none.
#pragma once

#include <cstddef>
#include <memory>
#include <regex>

struct regex_t {
    std::shared_ptr<const std::regex> compiled;
};
struct regmatch_t {
    std::ptrdiff_t rm_so = -1, rm_eo = -1;
};
constexpr int REG_EXTENDED = 1, REG_ICASE = 2;

/// Always extended and without case. The syntax is that of ECMAScript, which has "\b" as the GNU library has
/// it.
inline int regcomp(regex_t* regex, const char* pattern, int /*flags*/) {
    regex->compiled = std::make_shared<const std::regex>(pattern, std::regex::icase);
    return 0;
}

inline int regexec(const regex_t* regex, const char* text, std::size_t /*count*/, regmatch_t* found,
                   int /*flags*/) {
    std::cmatch match;
    if (!std::regex_search(text, match, *regex->compiled))
        return 1;
    *found = {match.position(), match.position() + match.length()};
    return 0;
}

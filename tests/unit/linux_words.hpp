// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <regex.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <utility>

#include <catch2/catch.hpp>

#include "places_of_tests.hpp"

// What is made for people with Windows has no words that only a computer with Linux understands.

namespace linux_words {

/// All of tests/docs/linux_words.txt.
inline const regex_t& expression() {
    static const regex_t compiled = [] {
        std::string words;
        std::ifstream file(std::string(BES_SOURCE_DIR) + "/tests/docs/linux_words.txt");
        for (std::string line; std::getline(file, line);)
            if (!line.empty() && line.front() != '#')
                words += (words.empty() ? "(" : "|(") + line + ")";
        REQUIRE_FALSE(words.empty());
        regex_t all{};
        REQUIRE(regcomp(&all, words.c_str(), REG_EXTENDED | REG_ICASE) == 0);
        return all;
    }();
    return compiled;
}

/// The first of them in the text; empty: there is none. The answer target.root is called so everywhere.
inline std::string in(std::string text) {
    const std::string answer = "target.root";
    for (auto at = text.find(answer); at != std::string::npos; at = text.find(answer))
        text.erase(at, answer.size());
    regmatch_t found{};
    if (regexec(&expression(), text.c_str(), 1, &found, 0) != 0)
        return {};
    return text.substr(static_cast<std::size_t>(found.rm_so),
                       static_cast<std::size_t>(found.rm_eo - found.rm_so));
}

/// The same of a text that names places: those of the tests are Linux'.
inline std::string besidePaths(std::string text) {
    std::ranges::replace(text, '/', '|');
    return in(std::move(text));
}

} // namespace linux_words

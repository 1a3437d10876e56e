// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <regex.h>

#include <fstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "answers/answers.hpp"
#include "model/failure.hpp"
#include "model/finding.hpp"
#include "places_of_tests.hpp"

// What a person reads names neither options nor keys of answers, and no retired word: the command line and
// the wizard each say how a remedy is carried out.

namespace plain_text {

/// One expression for all of tests/docs/retired_words.txt, which tests/docs/wording_test.py holds the sources
/// to. By the system's library: std::regex takes minutes for a test with the sanitizers.
inline const regex_t& retiredWords() {
    static const regex_t compiled = [] {
        std::string words;
        std::ifstream file(std::string(BES_SOURCE_DIR) + "/tests/docs/retired_words.txt");
        for (std::string line; std::getline(file, line);)
            if (const std::size_t end = line.find("  "); !line.empty() && line.front() != '#')
                words += (words.empty() ? "(" : "|(") + line.substr(0, end) + ")";
        REQUIRE_FALSE(words.empty());
        regex_t all{};
        REQUIRE(regcomp(&all, words.c_str(), REG_EXTENDED | REG_ICASE) == 0);
        return all;
    }();
    return compiled;
}

/// Empty: nothing of that kind is in the text.
inline std::string retiredPartOf(const std::string& text) {
    if (text.find("--") != std::string::npos)
        return "--";
    for (const bes::answers::Answer& answer : bes::answers::declaredAnswers())
        if (text.find(answer.name) != std::string::npos)
            return answer.name;
    regmatch_t found{};
    if (regexec(&retiredWords(), text.c_str(), 1, &found, 0) != 0)
        return {};
    const auto begin = static_cast<std::size_t>(found.rm_so);
    return text.substr(begin, static_cast<std::size_t>(found.rm_eo) - begin);
}

inline void checkText(const std::string& text) {
    INFO(text);
    CHECK(retiredPartOf(text).empty());
}

/// Without a command in the sentence: it has a member of its own.
inline void check(const bes::Finding& finding) {
    for (const std::string& text : {finding.title, finding.evidence, finding.remedy})
        checkText(text);
    CHECK(finding.remedy.find("bes-standby-setup ") == std::string::npos);
}

} // namespace plain_text

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fstream>
#include <regex>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "answers/answers.hpp"
#include "model/failure.hpp"
#include "model/finding.hpp"

// What a person reads names neither options nor keys of answers, and no retired word: the command line and
// the wizard each say how a remedy is carried out.

namespace plain_text {

/// Of tests/docs/retired_words.txt, which tests/docs/wording_test.py holds the sources to.
inline const std::vector<std::regex>& retiredWords() {
    static const std::vector<std::regex> all = [] {
        std::vector<std::regex> words;
        std::ifstream file(std::string(BES_SOURCE_DIR) + "/tests/docs/retired_words.txt");
        for (std::string line; std::getline(file, line);)
            if (const std::size_t end = line.find("  "); !line.empty() && line.front() != '#')
                words.emplace_back(line.substr(0, end), std::regex::ECMAScript | std::regex::icase);
        REQUIRE_FALSE(words.empty());
        return words;
    }();
    return all;
}

inline void checkText(const std::string& text) {
    INFO(text);
    CHECK(text.find("--") == std::string::npos);
    for (const bes::answers::Answer& answer : bes::answers::declaredAnswers())
        CHECK(text.find(answer.name) == std::string::npos);
    for (const std::regex& word : retiredWords())
        CHECK_FALSE(std::regex_search(text, word));
}

/// Without a command in the sentence: it has a member of its own.
inline void check(const bes::Finding& finding) {
    for (const std::string& text : {finding.title, finding.evidence, finding.remedy})
        checkText(text);
    CHECK(finding.remedy.find("bes-standby-setup ") == std::string::npos);
}

} // namespace plain_text

// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <fstream>
#include <set>

#include <catch2/catch.hpp>

#include "answers/answers.hpp"
#include "places_of_tests.hpp"

using namespace bes;

TEST_CASE("the dictionary of the fuzz target for command lines has each answer, and no other") {
    std::ifstream file(std::filesystem::path(BES_SOURCE_DIR) / "tests" / "fuzz" / "dictionaries" /
                       "command_line");
    std::set<std::string> listed;
    for (std::string line; std::getline(file, line);)
        if (line.starts_with("\"--") && line.find('.') != std::string::npos)
            listed.insert(line.substr(3, line.rfind('"') - 3));
    std::set<std::string> declared;
    for (const answers::Answer& answer : answers::declaredAnswers())
        declared.insert(answer.name);
    CHECK(listed == declared);
}

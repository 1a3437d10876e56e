// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "text/name_pattern.hpp"

using bes::matches;
using bes::matchesFile;

TEST_CASE("a pattern without a folder means the name, wherever it is, and case does not count") {
    CHECK(matchesFile("*.log", "a.log"));
    CHECK(matchesFile("*.log", "x/y/A.LOG"));
    CHECK_FALSE(matchesFile("*.log", "a.log.txt"));
    CHECK_FALSE(matchesFile("*.log", "a.log/b"));
    CHECK(matchesFile("Logs", "logs"));
    CHECK_FALSE(matchesFile("Logs", "MyLogs"));
}

TEST_CASE("a pattern with a folder means the whole path") {
    CHECK(matchesFile("BAS/*.war", "bas/x.war"));
    CHECK_FALSE(matchesFile("BAS/*.war", "bas/x/y.war"));
    CHECK(matchesFile("BAS/**.war", "bas/x/y.war"));
    CHECK_FALSE(matchesFile("BAS/*.war", "more/bas/x.war"));
}

TEST_CASE("stars stand for any characters, also none, and many of them take no time") {
    CHECK(matches("*", "", '/'));
    CHECK(matches("**", "a/b", '/'));
    CHECK_FALSE(matches("*", "a/b", '/'));
    CHECK(matches("a*b*c", "abc", '/'));
    CHECK(matches(R"(Engine\**)", R"(engine\a\b)", '\\'));
    CHECK_FALSE(matches("", "a", '/'));
    std::string stars;
    for (int i = 0; i < 200; ++i)
        stars += "*a";
    CHECK_FALSE(matches(stars, std::string(2000, 'a') + "b", '/'));
}

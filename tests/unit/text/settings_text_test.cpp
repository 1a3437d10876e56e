// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <stdexcept>

#include "text/settings_text.hpp"

using namespace bes;

TEST_CASE("an ini file is written as it reads") {
    SettingsText text;
    text.section("standby");
    text.set("name", std::string("BES 100% \"x\""));
    text.blank();
    CHECK(text.take() == "[standby]\nname=BES 100% \"x\"\n\n");
}

TEST_CASE("the writer of an ini file refuses what would be another line, and what is no text") {
    SettingsText text;
    for (const std::string& value : {std::string("a\n[x]"), std::string("a\rb"), std::string("a\0b", 3),
                                     std::string("a\xC2\x85"), std::string("\xFF")})
        CHECK_THROWS_AS(text.set("name", value), std::invalid_argument);
    CHECK(text.take().empty());
}

// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "text/utc.hpp"

using namespace bes;

TEST_CASE("a time is written in UTC, whatever the time zone and the language") {
    CHECK(utcText(std::time_t{0}) == "1970-01-01T00:00:00Z");
    CHECK(utcText(std::time_t{-1}) == "1969-12-31T23:59:59Z");
    CHECK(utcText(std::time_t{1795906743}) == "2026-11-28T22:59:03Z");
    CHECK(utcText(std::time_t{951827696}) == "2000-02-29T12:34:56Z"); // a leap day
    CHECK(utcNow().size() == std::string("2026-11-22T17:45:00Z").size());
}

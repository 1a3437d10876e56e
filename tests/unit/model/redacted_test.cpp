// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "model/redacted.hpp"

using bes::redacted;
using bes::Secret;

TEST_CASE("A secret that a server repeats is not shown, however it is written") {
    const Secret secret("pass word's\\ö\"%");
    const auto* repeated = GENERATE("pass word's\\ö\"%",              // as it is
                                    "pass%20word%27s%5C%C3%B6%22%25", // in a URL
                                    "pass%20word%27s%5c%c3%b6%22%25", //
                                    "pass+word%27s%5C%C3%B6%22%25",   // in a form
                                    "pass word''s\\ö\"%",             // as a text of SQL
                                    "pass word's\\ö\"\"%",            // as a name of SQL
                                    "pass word\\'s\\\\ö\"%",          // in the settings of a connection
                                    "pass word's\\\\ö\\\"%");         // in JSON
    CAPTURE(repeated);
    const std::string twice = std::string("The word \"") + repeated + "\" is wrong: " + repeated;
    CHECK(redacted(twice, secret) == "The word \"***\" is wrong: ***");
}

TEST_CASE("Words without the secret, and words of a server that was told none, stay as they are") {
    CHECK(redacted("Connection refused", Secret("word")) == "Connection refused");
    CHECK(redacted("Connection refused", Secret()) == "Connection refused");
}

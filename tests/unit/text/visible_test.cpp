// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "text/acceptable.hpp"
#include "text/visible.hpp"

using namespace bes;

TEST_CASE("nothing that steers a terminal is seen") {
    CHECK(visible("a\x1b[31mb\r\nc") == "a?[31mb??c");
    CHECK(visible("\xC2\x9B"
                  "31m") == "?31m");
    CHECK(visible("\x9B"
                  "31m") == "?31m"); // an 8-bit terminal obeys it
    CHECK(visible("invoice\xE2\x80\xAE"
                  "cod.exe") == "invoice?cod.exe");
    CHECK(visible("Größe") == "Größe");
    CHECK(visibleLines("a\nb\x1b") == "a\nb?");
}

TEST_CASE("any bytes at all become an acceptable text") {
    for (unsigned first = 0; first < 256; ++first)
        for (unsigned second = 0; second < 256; ++second) {
            const std::string text{static_cast<char>(first), static_cast<char>(second), 'x'};
            if (wrongLine(visible(text)))
                FAIL(first << ' ' << second);
        }
}

TEST_CASE("a long text is cut between letters, and says so") {
    CHECK(shownText("abcdef", 6) == "abcdef");
    CHECK(shownText("abcdefg", 6) == "abc...");
    CHECK(shownText("öööö", 8) == "öööö");
    CHECK(shownText("ööööö", 8) == "öö...");
    CHECK(shownText(std::string(1000, '\n'), 8) == "?????...");
    CHECK(shownText("").empty());
}

// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "output/text.hpp"
#include "text/visible.hpp"
#include "unit/console/screen.hpp"

using bes::visible;
using namespace bes::app;

TEST_CASE("the width of a text is what a terminal gives it") {
    CHECK(displayWidth("BES01") == 5);
    CHECK(displayWidth("Büro") == 4);
    CHECK(displayWidth("Bu\u0308ro") == 4);
    CHECK(displayWidth("東京") == 4);
    CHECK(displayWidth("") == 0);
    CHECK(displayWidth("\xFF\xC3") == 2); // no UTF-8, and no crash
}

TEST_CASE("a name can't steer the terminal") {
    CHECK(visible("BES\x1b[2J\n01\x7f") == "BES?[2J?01?");
    CHECK(visible("\u009b2J") == "?2J"); // the one-letter form of the same
    CHECK(visible("Büro 東京") == "Büro 東京");
    Screen screen;
    screen.console.out.table({{"a\x1b", "b\x1b"}});
    screen.console.out.paragraph("c\x1b");
    CHECK(screen.out.str() == "  a?  b?\nc?\n");
}

TEST_CASE("text is wrapped between words") {
    CHECK(wrapped("one two three", 7) == std::vector<std::string>{"one two", "three"});
    CHECK(wrapped("a\nb c", 80) == std::vector<std::string>{"a", "b c"});
    CHECK(wrapped("unbreakable", 4) == std::vector<std::string>{"unbreakable"});
    CHECK(wrapped("", 4) == std::vector<std::string>{""});
}

TEST_CASE("text is shortened to what there is room for") {
    CHECK(shortened("abcdef", 6) == "abcdef");
    CHECK(shortened("abcdef", 5) == "ab...");
    CHECK(shortened("東京都庁", 7) == "東京...");
    CHECK(shortened("abc", 2) == "..");
}

TEST_CASE("columns are aligned whatever the letters, and the last one is wrapped") {
    Screen screen(40);
    screen.console.out.table({{"Büro", "x", "one two three four five six seven"}, {"東京都", "yy", "eight"}});
    CHECK(screen.out.str() == "  Büro    x   one two three four five\n"
                              "              six seven\n"
                              "  東京都  yy  eight\n");
}

TEST_CASE("colours are written only where they are wanted") {
    Screen plain;
    Screen coloured(80, true);
    for (Screen* screen : {&plain, &coloured})
        screen->console.out.line({"bad", Tone::bad});
    CHECK(plain.out.str() == "bad\n");
    CHECK(coloured.out.str() == "\x1b[1;31mbad\x1b[0m\n");
}

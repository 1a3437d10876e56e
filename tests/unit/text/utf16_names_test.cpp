// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "text/letters.hpp"
#include "text/utf16_names.hpp"

using namespace bes;
using namespace std::string_literals;

TEST_CASE("what is text becomes a name of Windows and the same text again") {
    for (const std::string& text :
         {""s, "C:/Lotus/Domino"s, "Zürich – 東京"s, "\U0001F600.txt"s, "a\0b"s, "a|FFb"s})
        CHECK(textOf(nameOf(text)) == text);
    CHECK(nameOf("\U0001F600é") == u"\U0001F600é");
}

TEST_CASE("bytes that are no text are written with a character that no name of Windows has") {
    CHECK(nameOf("a\xFF\xFE/b") == u"a|FF|FE/b");
    CHECK(nameOf("Z\xFCrich") == u"Z|FCrich"); // ISO 8859-1
    CHECK(nameOf("\xC3") == u"|C3");           // cut off
    CHECK(nameOf("\xE2\x82") == u"|E2|82");
    CHECK(nameOf("\xC0\xAF..\xC0\xAF") == u"|C0|AF..|C0|AF"); // overlong: a '/' in disguise
    CHECK(nameOf("\xED\xA0\x80") == u"|ED|A0|80");            // half of a pair
    CHECK(nameOf("\xF4\x90\x80\x80") == u"|F4|90|80|80");
}

TEST_CASE("different bytes that are no text are different names") {
    std::vector<std::u16string> names;
    for (unsigned byte = 0x80; byte < 0x100; ++byte)
        names.push_back(nameOf(std::string(1, static_cast<char>(byte))));
    std::ranges::sort(names);
    CHECK(std::ranges::adjacent_find(names) == names.end());
    CHECK(names.size() == 128);
}

TEST_CASE("a name that is no text becomes one in which that can be seen") {
    const std::u16string high(1, char16_t{0xD83D}), low(1, char16_t{0xDE00});
    CHECK(textOf(high) == "|D83D");
    CHECK(textOf(u"a" + low + high + u"b") == "a|DE00|D83Db");
    CHECK(textOf(high + high + low) == "|D83D\U0001F600");
    for (const std::u16string& name : {high, low, low + high, high + u"z"})
        CHECK(isUtf8(textOf(name)));
}

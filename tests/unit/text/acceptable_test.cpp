// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "text/acceptable.hpp"
#include "text/letters.hpp"

using namespace bes;

namespace {

std::string utf8(char32_t code) {
    const auto byte = [](char32_t value) { return static_cast<char>(static_cast<unsigned char>(value)); };
    const auto tail = [&](int shift) {
        return [=](char32_t c) { return byte(0x80 | ((c >> shift) & 0x3F)); };
    };
    if (code < 0x80)
        return {byte(code)};
    if (code < 0x800)
        return {byte(0xC0 | (code >> 6)), tail(0)(code)};
    if (code < 0x10000)
        return {byte(0xE0 | (code >> 12)), tail(6)(code), tail(0)(code)};
    return {byte(0xF0 | (code >> 18)), tail(12)(code), tail(6)(code), tail(0)(code)};
}

bool shallBeRefused(char32_t code) {
    return code < 0x20 || (code >= 0x7F && code <= 0x9F) || code == 0x2028 || code == 0x2029 ||
           (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

} // namespace

TEST_CASE("of all characters of Unicode exactly the control characters are refused in a line") {
    for (char32_t code = 0; code <= 0x10FFFF; ++code) {
        if (code >= 0xD800 && code < 0xE000)
            continue;
        const std::string text = "a" + utf8(code) + "b";
        std::string_view rest = text;
        (void)takeLetter(rest);
        const Letter letter = takeLetter(rest);
        if (!letter.sound || letter.code != code || rest != "b" ||
            wrongLine(text).has_value() != shallBeRefused(code) ||
            hasControlCharacter(text) != shallBeRefused(code))
            FAIL("U+" << std::hex << static_cast<unsigned>(code));
    }
}

TEST_CASE("what is no UTF-8 is refused: cut off, overlong, surrogates, beyond Unicode, bare bytes") {
    for (const char* text :
         {"\x80", "\xFF", "\xC3", "\xE2\x82", "\xF0\x9F\x98", "\xC0\x8A", "\xC1\xBF", "\xE0\x80\x8A",
          "\xF0\x80\x80\x8A", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "a\x9B[31m"}) {
        CAPTURE(text);
        CHECK(wrongLine(text) == "is not UTF-8 text");
        CHECK_FALSE(isUtf8(text));
    }
}

TEST_CASE("a line break, a tab and a NUL are no part of a line; the first two are of lines") {
    using namespace std::string_literals;
    for (const std::string& text : {"a\nb"s, "a\rb"s, "a\tb"s, "a\0b"s, "a\x1b[2Jb"s, "\x7f"s})
        CHECK(wrongLine(text) == "contains a control character");
    CHECK_FALSE(wrongLines("a\n\tb", 10));
    CHECK(wrongLines("a\rb", 10) == "contains a control character");
    CHECK_FALSE(wrongLine("Größe \xE6\x9D\xB1 \xF0\x9F\x98\x80"));
}

TEST_CASE("a text has a limit, and the refusal says both numbers") {
    CHECK_FALSE(wrongLine(std::string(longestLine, 'a')));
    CHECK(wrongLine(std::string(longestLine + 1, 'a')) == "has 4097 bytes, and may have 4096");
    CHECK(wrongLines("abc", 2) == "has 3 bytes, and may have 2");
}

// SPDX-License-Identifier: Apache-2.0
#include "text/utf16.hpp"

#include <cstdint>

namespace bes {
namespace {

constexpr char32_t replacement = 0xFFFD;
constexpr char32_t firstPair = 0x10000;

bool isHigh(char32_t unit) {
    return unit >= 0xD800 && unit <= 0xDBFF;
}

bool isLow(char32_t unit) {
    return unit >= 0xDC00 && unit <= 0xDFFF;
}

std::uint8_t byteAt(std::string_view text, std::size_t at) {
    return at < text.size() ? static_cast<std::uint8_t>(text[at]) : 0;
}

/// Bytes that follow the first one of a character; none where it begins no longer one.
std::size_t followers(std::uint8_t first) {
    if (first >= 0xF0 && first <= 0xF4)
        return 3;
    if (first >= 0xE0 && first < 0xF0)
        return 2;
    return first >= 0xC2 && first < 0xE0 ? 1 : 0;
}

/// Takes one character off the front.
char32_t takeCharacter(std::string_view& utf8) {
    constexpr char32_t leastOf[] = {0, 0x80, 0x800, firstPair};
    const std::uint8_t first = byteAt(utf8, 0);
    const std::size_t more = followers(first);
    char32_t character = more == 0 ? first : first & (0x3Fu >> more);
    for (std::size_t i = 1; i <= more; ++i) {
        const std::uint8_t next = byteAt(utf8, i);
        if ((next & 0xC0u) != 0x80) {
            utf8.remove_prefix(1);
            return replacement;
        }
        character = character << 6u | (next & 0x3Fu);
    }
    utf8.remove_prefix(1 + more);
    const bool wrong = more == 0 ? first >= 0x80
                                 : character < leastOf[more] || character > 0x10FFFF || isHigh(character) ||
                                       isLow(character);
    return wrong ? replacement : character;
}

void append(std::string& utf8, char32_t character) {
    const auto add = [&](char32_t byte) { utf8 += static_cast<char>(static_cast<std::uint8_t>(byte)); };
    if (character < 0x80)
        return add(character);
    if (character < 0x800) {
        add(0xC0u | character >> 6u);
    } else {
        if (character < firstPair) {
            add(0xE0u | character >> 12u);
        } else {
            add(0xF0u | character >> 18u);
            add(0x80u | (character >> 12u & 0x3Fu));
        }
        add(0x80u | (character >> 6u & 0x3Fu));
    }
    add(0x80u | (character & 0x3Fu));
}

} // namespace

std::u16string utf16Of(std::string_view utf8) {
    std::u16string utf16;
    utf16.reserve(utf8.size()); // never moved, so that no copy of a secret stays behind
    while (!utf8.empty()) {
        const char32_t character = takeCharacter(utf8);
        if (character < firstPair) {
            utf16 += static_cast<char16_t>(character);
        } else {
            utf16 += static_cast<char16_t>(0xD800u + ((character - firstPair) >> 10u));
            utf16 += static_cast<char16_t>(0xDC00u + ((character - firstPair) & 0x3FFu));
        }
    }
    return utf16;
}

std::string utf8Of(std::u16string_view utf16) {
    std::string utf8;
    utf8.reserve(3 * utf16.size()); // as above
    for (std::size_t i = 0; i < utf16.size(); ++i) {
        const char32_t unit = utf16[i];
        if (isHigh(unit) && i + 1 < utf16.size() && isLow(utf16[i + 1]))
            append(utf8, firstPair + ((unit - 0xD800u) << 10u) + (utf16[++i] - 0xDC00u));
        else
            append(utf8, unit);
    }
    return utf8;
}

} // namespace bes

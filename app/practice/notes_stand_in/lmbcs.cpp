// SPDX-License-Identifier: Apache-2.0
#include "lmbcs.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace stand_in {
namespace {

constexpr char unicodePrefix = 0x14;

constexpr std::array<char16_t, 128> codePage850{
    0x00C7, 0x00FC, 0x00E9, 0x00E2, 0x00E4, 0x00E0, 0x00E5, 0x00E7, 0x00EA, 0x00EB, 0x00E8, 0x00EF, 0x00EE,
    0x00EC, 0x00C4, 0x00C5, 0x00C9, 0x00E6, 0x00C6, 0x00F4, 0x00F6, 0x00F2, 0x00FB, 0x00F9, 0x00FF, 0x00D6,
    0x00DC, 0x00F8, 0x00A3, 0x00D8, 0x00D7, 0x0192, 0x00E1, 0x00ED, 0x00F3, 0x00FA, 0x00F1, 0x00D1, 0x00AA,
    0x00BA, 0x00BF, 0x00AE, 0x00AC, 0x00BD, 0x00BC, 0x00A1, 0x00AB, 0x00BB, 0x2591, 0x2592, 0x2593, 0x2502,
    0x2524, 0x00C1, 0x00C2, 0x00C0, 0x00A9, 0x2563, 0x2551, 0x2557, 0x255D, 0x00A2, 0x00A5, 0x2510, 0x2514,
    0x2534, 0x252C, 0x251C, 0x2500, 0x253C, 0x00E3, 0x00C3, 0x255A, 0x2554, 0x2569, 0x2566, 0x2560, 0x2550,
    0x256C, 0x00A4, 0x00F0, 0x00D0, 0x00CA, 0x00CB, 0x00C8, 0x0131, 0x00CD, 0x00CE, 0x00CF, 0x2518, 0x250C,
    0x2588, 0x2584, 0x00A6, 0x00CC, 0x2580, 0x00D3, 0x00DF, 0x00D4, 0x00D2, 0x00F5, 0x00D5, 0x00B5, 0x00FE,
    0x00DE, 0x00DA, 0x00DB, 0x00D9, 0x00FD, 0x00DD, 0x00AF, 0x00B4, 0x00AD, 0x00B1, 0x2017, 0x00BE, 0x00B6,
    0x00A7, 0x00F7, 0x00B8, 0x00B0, 0x00A8, 0x00B7, 0x00B9, 0x00B3, 0x00B2, 0x25A0, 0x00A0,
};

char16_t unitAt(std::string_view text, std::size_t index) {
    return index < text.size() ? static_cast<unsigned char>(text[index]) : u'\0';
}

// The first character of UTF-8, which is taken from the text. Only the basic plane: names need no more.
char16_t takeCharacter(std::string_view& utf8) {
    const char16_t first = unitAt(utf8, 0);
    const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : 3;
    char16_t character = first;
    if (length == 2)
        character = static_cast<char16_t>((first & 0x1F) << 6 | (unitAt(utf8, 1) & 0x3F));
    if (length == 3)
        character = static_cast<char16_t>((first & 0x0F) << 12 | (unitAt(utf8, 1) & 0x3F) << 6 |
                                          (unitAt(utf8, 2) & 0x3F));
    utf8.remove_prefix(std::min(length, utf8.size()));
    return character;
}

void appendUtf8(std::string& utf8, char16_t character) {
    if (character < 0x80) {
        utf8 += static_cast<char>(character);
    } else if (character < 0x800) {
        utf8 += static_cast<char>(0xC0 | character >> 6);
        utf8 += static_cast<char>(0x80 | (character & 0x3F));
    } else {
        utf8 += static_cast<char>(0xE0 | character >> 12);
        utf8 += static_cast<char>(0x80 | (character >> 6 & 0x3F));
        utf8 += static_cast<char>(0x80 | (character & 0x3F));
    }
}

void appendLmbcs(std::string& lmbcs, char16_t character) {
    if (character < 0x80) {
        lmbcs += static_cast<char>(character);
        return;
    }
    const auto place = std::find(codePage850.begin(), codePage850.end(), character);
    if (place != codePage850.end()) {
        lmbcs += static_cast<char>(0x80 + (place - codePage850.begin()));
    } else {
        lmbcs += unicodePrefix;
        lmbcs += static_cast<char>(character >> 8);
        lmbcs += static_cast<char>(character & 0xFF);
    }
}

std::u16string charactersOf(std::string_view lmbcs) {
    std::u16string characters;
    for (std::size_t i = 0; i < lmbcs.size(); ++i) {
        const char16_t byte = unitAt(lmbcs, i);
        if (lmbcs[i] == unicodePrefix) {
            characters += static_cast<char16_t>(unitAt(lmbcs, i + 1) << 8 | unitAt(lmbcs, i + 2));
            i += 2;
        } else {
            characters += byte < 0x80 ? byte : codePage850[byte - 0x80];
        }
    }
    return characters;
}

} // namespace

std::string lmbcsOf(std::string_view utf8) {
    std::string lmbcs;
    while (!utf8.empty())
        appendLmbcs(lmbcs, takeCharacter(utf8));
    return lmbcs;
}

std::string utf8Of(std::string_view lmbcs) {
    std::string utf8;
    for (const char16_t character : charactersOf(lmbcs))
        appendUtf8(utf8, character);
    return utf8;
}

std::string utf16Of(std::string_view lmbcs) {
    const std::u16string characters = charactersOf(lmbcs);
    std::string bytes(characters.size() * sizeof(char16_t), '\0');
    if (!bytes.empty())
        std::memcpy(bytes.data(), characters.data(), bytes.size());
    return bytes;
}

std::string lmbcsOfUtf16(std::string_view utf16) {
    std::string lmbcs;
    for (; utf16.size() >= sizeof(char16_t); utf16.remove_prefix(sizeof(char16_t))) {
        char16_t character = 0;
        std::memcpy(&character, utf16.data(), sizeof character);
        appendLmbcs(lmbcs, character);
    }
    return lmbcs;
}

} // namespace stand_in

// SPDX-License-Identifier: Apache-2.0
#include "text/utf16_names.hpp"

#include <cstddef>
#include <cstdint>

#include "text/letters.hpp"
#include "text/utf16.hpp"

namespace bes {
namespace {

constexpr char escape = '|'; // one of forbiddenOnWindows (text/windows_names.hpp), and no wildcard

bool isHigh(char16_t unit) {
    return unit >= 0xD800 && unit <= 0xDBFF;
}

bool isLow(char16_t unit) {
    return unit >= 0xDC00 && unit <= 0xDFFF;
}

std::string escaped(std::uint16_t number, unsigned digits) {
    constexpr std::string_view hexadecimal = "0123456789ABCDEF";
    std::string text(1, escape);
    while (digits-- > 0)
        text += hexadecimal[number >> (4U * digits) & 0xFU];
    return text;
}

} // namespace

std::u16string nameOf(std::string_view utf8) {
    std::u16string name;
    name.reserve(utf8.size());
    while (!utf8.empty()) {
        const Letter letter = takeLetter(utf8);
        name += letter.sound ? utf16Of(letter.bytes)
                             : utf16Of(escaped(static_cast<std::uint8_t>(letter.bytes.front()), 2));
    }
    return name;
}

std::string takeText(std::u16string_view& name) {
    const bool pair = name.size() > 1 && isHigh(name[0]) && isLow(name[1]);
    const std::u16string_view letter = name.substr(0, pair ? 2 : 1);
    name.remove_prefix(letter.size());
    const bool half = !pair && (isHigh(letter.front()) || isLow(letter.front()));
    return half ? escaped(letter.front(), 4) : utf8Of(letter);
}

std::string textOf(std::u16string_view name) {
    std::string text;
    text.reserve(name.size());
    while (!name.empty())
        text += takeText(name);
    return text;
}

} // namespace bes

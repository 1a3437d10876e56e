// SPDX-License-Identifier: Apache-2.0
#include "text/letters.hpp"

#include <cstddef>
#include <cstdint>

namespace bes {
namespace {

/// Bytes of the UTF-8 sequence that begins here; 0 where none does.
std::size_t sequenceLength(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const std::uint8_t first = byte(0);
    const std::size_t length = first < 0x80                    ? 1
                               : first >= 0xC2 && first < 0xE0 ? 2
                               : first >= 0xE0 && first < 0xF0 ? 3
                               : first >= 0xF0 && first < 0xF5 ? 4
                                                               : 0;
    if (length == 0 || length > text.size())
        return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byte(i) & 0xC0) != 0x80)
            return 0;
    const bool overlong = (first == 0xE0 && byte(1) < 0xA0) || (first == 0xF0 && byte(1) < 0x90);
    const bool outside = (first == 0xED && byte(1) >= 0xA0) || (first == 0xF4 && byte(1) >= 0x90);
    return overlong || outside ? 0 : length;
}

char32_t codeOf(std::string_view bytes) {
    const auto first = static_cast<std::uint8_t>(bytes.front());
    if (bytes.size() == 1)
        return first;
    auto code = static_cast<char32_t>(first & (0x7F >> bytes.size()));
    for (const char c : bytes.substr(1))
        code = (code << 6) | (static_cast<std::uint8_t>(c) & 0x3F);
    return code;
}

} // namespace

Letter takeLetter(std::string_view& text) {
    const std::size_t length = sequenceLength(text);
    const Letter letter =
        length == 0 ? Letter{.bytes = text.substr(0, 1), .sound = false}
                    : Letter{.bytes = text.substr(0, length), .code = codeOf(text.substr(0, length))};
    text.remove_prefix(letter.bytes.size());
    return letter;
}

bool isUtf8(std::string_view text) {
    while (!text.empty())
        if (!takeLetter(text).sound)
            return false;
    return true;
}

bool isControl(char32_t code) {
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || (code >= 0x2028 && code <= 0x202E) ||
           (code >= 0x2066 && code <= 0x2069);
}

} // namespace bes

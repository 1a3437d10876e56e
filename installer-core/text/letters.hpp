// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace bes {

/// One character of a text in UTF-8.
struct Letter {
    std::string_view bytes; ///< of the text
    char32_t code = 0;      ///< of Unicode; without meaning where it is not sound
    bool sound = true;      ///< false: one byte that belongs to no character in UTF-8
};

/// Takes the first character off a text that is not empty.
[[nodiscard]] Letter takeLetter(std::string_view& text);

[[nodiscard]] bool isUtf8(std::string_view text);

/// Of ASCII, in no locale's sense.
[[nodiscard]] constexpr bool isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// What steers a terminal, ends a line or turns the order of letters round, so that a text reads as another
/// one: C0, DEL, C1, U+2028, U+2029 and the bidirectional controls U+202A-E and U+2066-9.
[[nodiscard]] bool isControl(char32_t code);

} // namespace bes

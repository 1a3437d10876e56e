// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>
#include <string>

namespace bes {

/// Permission bits as people write them, e.g. "0755".
inline std::string octalMode(unsigned mode) {
    std::string text = "0000";
    for (std::size_t i = 4; i-- > 0; mode >>= 3)
        text[i] = static_cast<char>('0' + (mode & 7));
    return text;
}

/// Throws std::invalid_argument for anything but four octal digits.
inline unsigned modeFromOctal(const std::string& text) {
    if (text.size() != 4 || text.find_first_not_of("01234567") != std::string::npos)
        throw std::invalid_argument("\"" + text + "\" is not a file mode");
    return static_cast<unsigned>(std::stoul(text, nullptr, 8));
}

} // namespace bes

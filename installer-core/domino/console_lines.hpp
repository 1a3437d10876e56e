// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domino/code_page.hpp"

namespace bes::domino {

/// A line of what a server's console wrote, in UTF-8.
struct ConsoleLine {
    std::string text;     ///< without blanks at the ends, without prompt, process and time of a log before it
    bool guessed = false; ///< it was no UTF-8, so its letters beyond ASCII may be wrong
};

/// The lines of a text with any line ends; empty ones are left out.
[[nodiscard]] std::vector<ConsoleLine> consoleLines(std::string_view text, CodePage assumed);

} // namespace bes::domino

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace bes {

// What comes from outside, made fit to be seen: names come from databases, files and servers.

/// '?' stands for each control character and for each byte that is no UTF-8.
[[nodiscard]] std::string visible(std::string_view text);

/// The same, but line breaks stay.
[[nodiscard]] std::string visibleLines(std::string_view text);

/// The same as visible(), in no more than `longest` bytes; "..." stands for what was cut off.
[[nodiscard]] std::string shownText(std::string_view text, std::size_t longest = 200);

} // namespace bes

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace bes::app {

/// Columns that UTF-8 text takes on a terminal: East Asian letters take two, combining marks none.
[[nodiscard]] std::size_t displayWidth(std::string_view text);

/// Lines of at most `width` columns; a longer word has a line of its own. Line breaks of the text stay.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, std::size_t width);

/// With spaces up to `width` columns.
[[nodiscard]] std::string padded(std::string text, std::size_t width);

/// At most `width` columns; what was cut off shows as "...".
[[nodiscard]] std::string shortened(std::string_view text, std::size_t width);

} // namespace bes::app

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace bes {

// Names of files are UTF-16 on Windows, and any number of 16 bits may be in one: not every text is a name,
// and not every name is a text. What has no counterpart is written in hexadecimal digits behind a '|'. No
// name on Windows has a '|' in it, so that such a path leads to nothing, and whoever reads it sees why.

/// Each byte that is no UTF-8 becomes "|FF".
[[nodiscard]] std::u16string nameOf(std::string_view utf8);

/// Each half of a pair without the other half becomes "|D83D", so that the text is UTF-8.
[[nodiscard]] std::string textOf(std::u16string_view name);

/// Takes the first character off a name that is not empty: the text of it, as textOf() writes it.
[[nodiscard]] std::string takeText(std::u16string_view& name);

} // namespace bes

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace bes {

/// Whether the whole text is as the pattern says. '*' stands for any characters but the separator, "**" for
/// any characters. Case does not count, as in names of Windows.
[[nodiscard]] bool matches(std::string_view pattern, std::string_view text, char separator);

/// Whether the pattern means this file or folder: with '/' in it, its path below the top; without, its name,
/// wherever it is.
[[nodiscard]] bool matchesFile(std::string_view pattern, std::string_view path);

} // namespace bes

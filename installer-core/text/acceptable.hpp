// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace bes {

/// Bytes that a text of one line from outside may have: longer than any name, path, address or sentence.
inline constexpr std::size_t longestLine = 4096;

/// The same as isControl(), anywhere in the text.
[[nodiscard]] bool hasControlCharacter(std::string_view text);

/// Why a text from outside can't be taken as one line, e.g. "contains a control character"; nothing where it
/// can. It says nothing of the text itself, which may be a secret.
[[nodiscard]] std::optional<std::string> wrongLine(std::string_view text, std::size_t longest = longestLine);

/// The same for a text of several lines: line feeds and tabs may be in it.
[[nodiscard]] std::optional<std::string> wrongLines(std::string_view text, std::size_t longest);

} // namespace bes

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bes::answers {

[[nodiscard]] std::string_view trimmed(std::string_view text);

// A text in double quotes stands for itself; "" stands for one quote in it. There are no other escapes, so
// that a Windows path needs no care.

/// In quotes where it could not be read back without. Throws std::invalid_argument for what is not one line.
[[nodiscard]] std::string quoted(const std::string& text);
/// The text without its quotes, if it has any; nothing when they do not enclose the whole text.
[[nodiscard]] std::optional<std::string> unquoted(std::string_view text);
/// Divides at commas outside quotes; empty parts are left out. Nothing when quotes do not enclose a whole
/// part.
[[nodiscard]] std::optional<std::vector<std::string>> splitList(std::string_view text);
/// Before the comment: a '#' or ';' outside quotes, at the beginning or after white space.
[[nodiscard]] std::string_view withoutComment(std::string_view line);

} // namespace bes::answers

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bes::capture {

/// Whether a file of this name holds settings: text that an administrator or the vendor's setup wrote.
[[nodiscard]] bool holdsSettings(std::string_view path);

/// The line of settings that gives a password a value, such as "password=…" or "<pwd>…"; "pwd" of that line.
/// Nothing where there is none.
[[nodiscard]] std::optional<std::string> passwordIn(std::string_view settings);

/// The first of the names that the text has as a word of its own; case does not count.
[[nodiscard]] std::optional<std::string> nameIn(std::string_view text, const std::vector<std::string>& names);

/// Whether what is called so is usually a secret: "SRPAuthenticationKey", "pwd".
[[nodiscard]] bool soundsSecret(std::string_view name);

/// Text as UTF-8: UTF-16 with its mark is taken for what it is.
[[nodiscard]] std::string settingsText(std::string_view bytes);

} // namespace bes::capture

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace bes::host {

// Base64 of RFC 4648: letters, digits, '+' and '/', filled up with '='. For less than 2 GiB.

[[nodiscard]] std::string toBase64(std::span<const unsigned char> bytes);

/// Only the one right spelling is read: no blanks, no line breaks, no bits that nothing needs.
[[nodiscard]] std::optional<std::vector<unsigned char>> fromBase64(std::string_view text);

} // namespace bes::host

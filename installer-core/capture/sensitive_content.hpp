// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace bes::capture {

// Content that no media may have, known by its form. What a text says is told by sensitive_text.hpp.

/// "a private key" for a file that begins so: certificates and keys as Windows, Java and OpenSSL keep them.
[[nodiscard]] std::optional<std::string> keyFileBeginning(std::string_view begin);

/// "an SRP authentication key" for a piece of a file, text or not, that has one in it, or a key or
/// certificate in PEM. Bytes of zero do not count, so that UTF-16 is text too.
[[nodiscard]] std::optional<std::string> keyWithin(std::string_view piece);

/// What a key in PEM takes at its beginning: pieces of a file overlap by as much.
inline constexpr std::size_t longestKeyBeginning = 4096;

} // namespace bes::capture

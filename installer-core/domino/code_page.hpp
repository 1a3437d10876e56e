// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace bes::domino {

/// What bytes may be that are no UTF-8: the code page of western consoles, also single bytes of LMBCS, or
/// that of western Windows programs as far as Latin-1 has it.
enum class CodePage { dos850, latin1 };

[[nodiscard]] bool isUtf8(std::string_view text);
[[nodiscard]] std::string toUtf8(std::string_view text, CodePage codePage);

/// What code page 850 lacks stays as it is.
[[nodiscard]] std::string toCodePage850(std::string_view utf8);

} // namespace bes::domino

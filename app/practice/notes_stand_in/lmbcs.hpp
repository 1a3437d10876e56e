// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

// LMBCS as a server of optimisation group 1 writes it (domino.md §1.6): ASCII, code page 850 for bytes from
// 0x80, and 0x14 before a UTF-16 unit in big-endian order for all else.
namespace stand_in {

[[nodiscard]] std::string lmbcsOf(std::string_view utf8);
[[nodiscard]] std::string utf8Of(std::string_view lmbcs);

/// UTF-16 in the byte order of this computer, as OSTranslate gives and takes it.
[[nodiscard]] std::string utf16Of(std::string_view lmbcs);
[[nodiscard]] std::string lmbcsOfUtf16(std::string_view utf16);

} // namespace stand_in

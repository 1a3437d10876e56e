// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace bes {

/// A word as it is typed in a shell of POSIX: as it is, or in apostrophes.
[[nodiscard]] std::string wordForPosix(std::string_view word);

/// A word as it is typed in Windows' command prompt and in PowerShell: as it is, or in quotation marks. The
/// command prompt replaces %NAME% inside of them too, which nothing that is typed can prevent.
[[nodiscard]] std::string wordForWindows(std::string_view word);

/// In quotation marks as programs of Windows part their command line (the rules of CommandLineToArgvW and of
/// the C library): what is between them is one word, quotation marks and backslashes included.
[[nodiscard]] std::string inQuotationMarks(std::string_view word);

} // namespace bes

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace bes::host {

/// One line of which a program makes these very words again (the rules of CommandLineToArgvW and of the C
/// library).
[[nodiscard]] std::wstring commandLineOf(const std::vector<std::string>& words);
/// The words of a command line, as the system parts it.
[[nodiscard]] std::vector<std::string> wordsOf(const std::wstring& commandLine);

} // namespace bes::host

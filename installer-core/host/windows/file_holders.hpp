// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace bes::host {

/// The programs that have a file open, as the system's Restart Manager knows them: "Notepad (process 812)".
/// Empty where it knows of none.
[[nodiscard]] std::vector<std::string> holdersOf(const std::filesystem::path& path);

} // namespace bes::host

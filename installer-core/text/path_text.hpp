// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace bes {

// Where paths and text meet, and nowhere else (tests/docs/paths_test.py): what the standard library makes of
// a text depends on the system, and on Windows a path that became a text and a path again is another one
// without being told.

/// UTF-8, with '/' between names. On Windows a byte that isn't UTF-8 is "|FF": no file can have that name.
[[nodiscard]] std::string utf8(const std::filesystem::path& path);
[[nodiscard]] std::filesystem::path pathOf(std::string_view text);

/// The top of a computer's file system. As a root it stands for the computer that runs; answers, plans and
/// journals have it as "/" on every system.
[[nodiscard]] std::filesystem::path topFolder();

[[nodiscard]] std::vector<std::string> utf8(const std::vector<std::filesystem::path>& paths);
[[nodiscard]] std::vector<std::filesystem::path> pathsOf(const std::vector<std::string>& texts);

} // namespace bes

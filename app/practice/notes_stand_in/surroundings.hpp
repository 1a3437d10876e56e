// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace stand_in {

// What the runtime asks the system about the process that it is in.

[[nodiscard]] std::filesystem::path folderOfThisLibrary();
/// The file belongs to the account of this process.
[[nodiscard]] bool isOwn(const std::filesystem::path& file);
/// Variables by which the system finds the libraries of Domino's program folder.
[[nodiscard]] std::vector<std::string> searchVariables();
/// Between the folders of such a variable.
[[nodiscard]] char folderSeparator();

[[nodiscard]] int processNumber();
/// All of it at once, so that the lines of two processes do not mix; to standard error where the path is
/// empty.
void append(const std::filesystem::path& file, std::string_view line);
/// Without the C library's buffer.
void print(std::string_view text);

} // namespace stand_in

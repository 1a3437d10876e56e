// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace bes::host {

// Texts are UTF-8 everywhere in setup; the system's functions take and give UTF-16.

[[nodiscard]] std::wstring wide(std::string_view text);
[[nodiscard]] std::string narrow(std::wstring_view text);

/// As the system's functions take it: absolute, with the prefix by which a path may be as long as it is and
/// names are taken as they are written. A path without a drive is on the system's drive, wherever this
/// process works.
[[nodiscard]] std::wstring native(const std::filesystem::path& path);
/// Without that prefix.
[[nodiscard]] std::filesystem::path withoutPrefix(std::wstring_view path);

/// Of this process's environment; empty where there is none of that name.
[[nodiscard]] std::wstring variable(const wchar_t* name);

} // namespace bes::host

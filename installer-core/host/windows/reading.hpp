// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include <windows.h>

#include "host/windows/system_failure.hpp"

namespace bes::host {

/// Of an open file, from its begin to its end; `path` is for what is said of it. Failure file.read.
[[nodiscard]] Result<std::string> readToEnd(HANDLE file, const std::filesystem::path& path,
                                            std::uint64_t limit);
[[nodiscard]] Failure cannotRead(SystemError error, const std::filesystem::path& path);

[[nodiscard]] SystemError writeAll(HANDLE file, std::string_view bytes);

/// That path or the nearest folder above it that there is.
[[nodiscard]] std::filesystem::path nearestExisting(const std::filesystem::path& path);

} // namespace bes::host

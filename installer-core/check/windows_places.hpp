// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace bes::check {

/// As paths are compared: Windows tells no capitals apart, and takes '\' for '/'. Paths without a drive stay
/// as they are.
[[nodiscard]] std::filesystem::path comparable(const std::filesystem::path& path);

/// As comparable() compares them.
[[nodiscard]] bool isSameOrBelow(const std::filesystem::path& path, const std::filesystem::path& folder);

/// Why a standby can't have that folder on Windows, as half a sentence: "C:/Windows belongs to Windows".
/// Nothing for other folders, and for paths without a drive.
[[nodiscard]] std::optional<std::string> takenOnWindows(const std::filesystem::path& folder);

} // namespace bes::check

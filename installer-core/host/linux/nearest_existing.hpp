// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

namespace bes::host {

/// The path itself, or the nearest of its parents that exists.
[[nodiscard]] std::filesystem::path nearestExisting(const std::filesystem::path& path);

} // namespace bes::host

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

namespace bes::host {

/// The drive, share or mount point on which a path is or will be: "C:\".
[[nodiscard]] std::filesystem::path driveOf(const std::filesystem::path& path);

} // namespace bes::host

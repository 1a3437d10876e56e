// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "host/windows/system_failure.hpp"

namespace bes::host {

struct FolderName {
    std::filesystem::path name;
    bool folder = false;
    bool link = false; ///< symbolic link, junction or mount point: it is not gone into
};

/// Without "." and "..".
[[nodiscard]] SystemError namesIn(const std::filesystem::path& folder, std::vector<FolderName>& into);

/// With all that is in it, links as themselves. Success when there is nothing.
[[nodiscard]] SystemError removeWhole(const std::filesystem::path& path);

/// One file, or link, or empty folder, also a read-only one.
[[nodiscard]] SystemError removeEntry(const std::filesystem::path& path, bool folder);

} // namespace bes::host

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

namespace bes::host {

/// FS_IOC_GETFLAGS of a folder; 0 where the file system has none.
[[nodiscard]] int folderFlags(const std::filesystem::path& folder);

/// whyFrozen() of what is open, also by O_PATH. `path` is what it is called for people. No link is followed.
[[nodiscard]] std::string whyFrozen(int opened, const std::filesystem::path& path);

} // namespace bes::host

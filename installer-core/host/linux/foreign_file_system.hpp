// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/stat.h>

#include <filesystem>
#include <string>

#include "host/others_write.hpp"

namespace bes::host {

/// A file system on which owner and mode do not tell who can change a file.
struct ForeignFileSystem {
    std::string reason;     ///< a half sentence; empty: they do tell
    std::string runBy;      ///< the account that decides it all, where that is one that is not trusted
    AccountIds rights = {}; ///< of that account
};

[[nodiscard]] ForeignFileSystem foreignFileSystem(const std::filesystem::path& path, const struct stat& entry,
                                                  const Accounts& trusted);

} // namespace bes::host

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/stat.h>

#include <filesystem>
#include <optional>
#include <string>

#include "host/others_write.hpp"

namespace bes::host {

/// Who may write.
struct Permitted {
    std::string who; ///< "domino", "group staff", "everybody"
    bool owns = false;
    bool byAccessList = false;
    AccountIds rights{}; ///< numbers that have no more rights than that
};

/// The first who is not trusted and may write the file or folder itself, by owner, mode or access list. What
/// the folders above it allow does not count. Symbolic links are followed.
[[nodiscard]] std::optional<Permitted> untrustedWriter(const std::filesystem::path& path,
                                                       const struct stat& entry, const Accounts& trusted);

/// Its number where the group has no name.
[[nodiscard]] std::string groupName(gid_t group);

/// A file system on which owner and mode do not tell who can change a file.
struct UnguardedFileSystem {
    std::string reason;     ///< a half sentence; empty: they do tell
    std::string runBy;      ///< the account that decides it all, where that is one that is not trusted
    AccountIds rights = {}; ///< of that account
};

[[nodiscard]] UnguardedFileSystem unguardedFileSystem(const std::filesystem::path& path,
                                                      const struct stat& entry, const Accounts& trusted);

} // namespace bes::host

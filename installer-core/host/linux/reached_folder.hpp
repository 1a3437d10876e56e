// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/stat.h>

#include <filesystem>
#include <string>

#include "host/linux/descriptor.hpp"
#include "host/root.hpp"
#include "model/failure.hpp"

namespace bes::host {

/// The folder of a path, opened step by step from the root, and the last name of that path.
struct ReachedFolder {
    Descriptor folder; ///< O_PATH: for the calls that end with "at"
    struct stat entry; ///< of the folder
    std::string name;  ///< in the folder; what it is called by has not been looked at but for symbolic links
    std::filesystem::path path; ///< for people: as it was asked for
};

struct NotReached {
    int error = 0; ///< errno; 0 where a step would not be safe
    Failure failure;
};

/// Opens the folder of `inside` as systemd's CHASE_SAFE does: no step from what an unprivileged account owns
/// to what another account owns, for that account chooses what stands there. A symbolic link, the last name
/// too, is followed only where root (or who runs this process) placed it in a folder that nobody else can
/// write; an absolute one leads to below the root. The way to the root itself is the caller's word.
[[nodiscard]] tl::expected<ReachedFolder, NotReached> reachFolderOf(const Root& root,
                                                                    const std::filesystem::path& inside);

/// "root", "the account notes", or by its number where the account files are not those of this computer.
[[nodiscard]] std::string accountWords(const Root& root, uid_t user);

} // namespace bes::host

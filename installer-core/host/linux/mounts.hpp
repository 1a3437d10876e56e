// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/stat.h>

#include <cstdint>
#include <string>
#include <vector>

#include "model/failure.hpp"

namespace bes::host {

/// A line of /proc/self/mountinfo.
struct Mount {
    std::uint64_t id = 0;
    std::string device; ///< "major:minor"; one for all mounts of a file system
    std::string point;
    std::string fileSystem; ///< "ext4"
};

[[nodiscard]] Result<std::vector<Mount>> mounts();

/// Tells the mounts of this moment apart. The device does not: on an overlay the files of one mount have
/// several. \param entry by statx() with STATX_MNT_ID; a kernel before 5.8 has none, and the device stands
/// for it.
[[nodiscard]] std::uint64_t mountNumber(const struct statx& entry);
/// The mount that the file is on; null where the system does not tell.
[[nodiscard]] const Mount* mountOf(const struct statx& entry, const std::vector<Mount>& mounts);
/// Where a file system is mounted; of several places the one nearest to "/".
[[nodiscard]] std::string mountPoint(const std::string& device, const std::vector<Mount>& mounts);
/// The device of the file system as its mounts name it.
[[nodiscard]] std::string deviceOf(const struct statx& entry, const std::vector<Mount>& mounts);

} // namespace bes::host

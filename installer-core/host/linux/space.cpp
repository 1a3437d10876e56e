// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/statvfs.h>

#include <cerrno>

#include "host/files.hpp"
#include "host/linux/mounts.hpp"
#include "host/linux/nearest_existing.hpp"
#include "host/linux/system_failure.hpp"
#include "host/surroundings.hpp"
#include "model/try.hpp"
#include "text/path_text.hpp"

namespace bes::host {

Result<FileSystemSpace> space(const std::filesystem::path& path) {
    const std::filesystem::path nearest = nearestExisting(path);
    const std::string what = "Can't determine the free space for " + utf8(path);
    struct statvfs fileSystem {};
    struct statx entry {};
    if (::statvfs(nearest.c_str(), &fileSystem) != 0 ||
        ::statx(AT_FDCWD, nearest.c_str(), 0, STATX_MNT_ID, &entry) != 0)
        return fail(fileFailure(errno, Access::reading, what, nearest));
    TRY_ASSIGN(const auto all, mounts());
    FileSystemSpace space{mountPoint(deviceOf(entry, all), all),
                          std::uint64_t{fileSystem.f_bavail} * fileSystem.f_frsize};
    if (fileSystem.f_files != 0)
        space.freeFiles = fileSystem.f_favail;
    return space;
}

std::optional<std::uint64_t> largestFile() {
    rlimit limit{};
    if (::getrlimit(RLIMIT_FSIZE, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
        return std::nullopt;
    return limit.rlim_cur;
}

} // namespace bes::host

// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "host/files.hpp"
#include "host/linux/descriptor.hpp"
#include "host/linux/nearest_existing.hpp"
#include "host/linux/read_to_end.hpp"
#include "host/linux/system_failure.hpp"
#include "text/path_text.hpp"

namespace bes::host {
namespace {

constexpr unsigned permissionBits = 07777;

std::optional<FileType> fileType(mode_t mode) {
    if (S_ISREG(mode))
        return FileType::regular;
    if (S_ISDIR(mode))
        return FileType::folder;
    if (S_ISLNK(mode))
        return FileType::symbolicLink;
    return std::nullopt;
}

/// An attribute that the system itself does not tell when it is asked for rights.
bool isAppendOnly(const std::filesystem::path& path) {
    struct statx entry {};
    return ::statx(AT_FDCWD, path.c_str(), 0, 0, &entry) == 0 &&
           (entry.stx_attributes & STATX_ATTR_APPEND) != 0;
}

Result<void> allowed(const std::filesystem::path& path, int mode, Access access) {
    if (::faccessat(AT_FDCWD, path.c_str(), mode, AT_EACCESS) == 0) {
        if (access == Access::reading || !isAppendOnly(path))
            return {};
        return fail(ExitCode::failed, "file.access", "Can't write " + utf8(path),
                    utf8(path) + " is append-only (lsattr): setup can't change or remove its contents",
                    "Remove the attribute (chattr -a " + utf8(path) + "), then run setup again");
    }
    const int error = errno;
    return fail(fileFailure(error, access,
                            (access == Access::reading ? "Can't read " : "Can't write ") + utf8(path), path));
}

} // namespace

Result<std::optional<FileStatus>> status(const std::filesystem::path& path) {
    struct stat entry {};
    if (::lstat(path.c_str(), &entry) != 0) {
        const int error = errno;
        if (error == ENOENT)
            return std::nullopt;
        return fail(fileFailure(error, Access::reading, "Can't look at " + utf8(path), path));
    }
    const auto type = fileType(entry.st_mode);
    if (!type)
        return fail(ExitCode::failed, "file.read", "Can't use " + utf8(path),
                    "It is a device, a socket or a pipe, not a file or folder",
                    "Move it away or choose another path");
    FileStatus found{*type,
                     entry.st_mode & permissionBits,
                     static_cast<std::uint64_t>(entry.st_size),
                     entry.st_ino,
                     entry.st_uid,
                     entry.st_gid,
                     {}};
    if (*type == FileType::symbolicLink) {
        std::error_code error;
        found.leadsTo = utf8(std::filesystem::read_symlink(path, error));
        if (error)
            return fail(cannotRead(error.value(), path));
    }
    return found;
}

Result<std::string> readFile(const std::filesystem::path& path, std::uint64_t limit) {
    // O_NONBLOCK: a pipe without a writer must not hold setup up
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!file.open())
        return fail(cannotRead(errno, path));
    return readToEnd(file.get(), path, limit);
}

Result<void> checkReadable(const std::filesystem::path& path) {
    return allowed(path, R_OK, Access::reading);
}

Result<void> checkWritable(const std::filesystem::path& path) {
    const std::filesystem::path nearest = nearestExisting(path);
    std::error_code error;
    if (std::filesystem::is_directory(nearest, error))
        return allowed(nearest, W_OK | X_OK, Access::writing);
    const std::filesystem::path wanted = std::filesystem::absolute(path, error).lexically_normal();
    if (nearest != wanted)
        return fail(fileFailure(ENOTDIR, Access::writing, "Can't write " + utf8(path), nearest));
    const auto folder = allowed(nearest.parent_path(), W_OK | X_OK, Access::writing);
    return folder ? allowed(nearest, W_OK, Access::writing) : folder;
}

} // namespace bes::host

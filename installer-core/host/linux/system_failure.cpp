// SPDX-License-Identifier: Apache-2.0
#include "host/linux/system_failure.hpp"

#include <sys/statvfs.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "host/accounts.hpp"
#include "host/exhaustion.hpp"
#include "host/linux/nearest_existing.hpp"
#include "host/system_reason.hpp"
#include "text/path_text.hpp"
#include "text/quantities.hpp"

namespace bes::host {
namespace {

std::string lackOfSpace(int error, const std::filesystem::path& path,
                        std::optional<std::uint64_t> neededBytes) {
    std::string why = systemReason(error);
    struct statvfs fileSystem {};
    if (::statvfs(nearestExisting(path).c_str(), &fileSystem) != 0)
        return why;
    why += neededBytes ? ": needs " + formatBytes(*neededBytes, Rounding::up) + ", " : ": ";
    why += formatBytes(std::uint64_t{fileSystem.f_bavail} * fileSystem.f_frsize, Rounding::down) + " free";
    if (fileSystem.f_files > 0 && fileSystem.f_favail == 0)
        why += " and no free inode"; // df shows free space and people wonder
    return why;
}

Failure accessFailure(int error, std::string what, const std::filesystem::path& path) {
    if (!isAdministrator())
        return {ExitCode::privileges, "file.access", std::move(what), systemReason(error),
                "Run setup as root, or give this account access to " + utf8(path)};
    return {ExitCode::failed, "file.access", std::move(what), systemReason(error),
            "Find what blocks even root: an immutable attribute (lsattr), a security module (SELinux, "
            "AppArmor) or the rules of a network file system"};
}

std::string remedyFor(int error, const std::filesystem::path& path) {
    switch (error) {
    case EROFS:
        return "Mount the file system of " + utf8(path) + " read-write, or choose another folder";
    case ENOENT:
        return "Check the spelling of the path, and that its folder exists";
    case ENOTDIR:
        return "A part of the path is a file where a folder is required: move that file away or choose "
               "another "
               "path";
    case EISDIR:
        return "A folder is where a file is required: move it away, or choose another path";
    case EEXIST:
    case ENOTEMPTY:
        return "Move away what is already there, or choose another path";
    case ELOOP:
        return "Check the symbolic links in the path: they form a loop, or there is one where none "
               "may be";
    case ENAMETOOLONG:
        return "Choose a shorter path";
    case EXDEV:
        return "Choose folders on the same file system";
    case EBUSY:
    case ETXTBSY:
        return "Stop the program that uses it (fuser -v shows which), then run setup again";
    case EMFILE:
    case ENFILE:
        return "Raise the limit of open files (ulimit -n), then run setup again";
    case EFBIG:
        return "Raise the limit on the size of files (ulimit -f), then run setup again";
    case EAGAIN:
        return "Another program has a lease on it, often a file server (fuser -v " + utf8(path) +
               " shows which): stop that program, or wait until it releases the file";
    case EIO:
        return "The disk reports errors: check the kernel log (dmesg) before you write anything else";
    default:
        return "Resolve the cause, then run setup again";
    }
}

} // namespace

std::string systemReason(int error) {
    return systemReason(std::error_code(error, std::generic_category()));
}

std::string systemReason(const std::error_code& error) {
    return error.message();
}

Failure fileFailure(int error, Access access, std::string what, const std::filesystem::path& path,
                    std::optional<std::uint64_t> neededBytes) {
    if (error == ENOMEM)
        return {ExitCode::noMemory, "memory.none", std::move(what), systemReason(error),
                freeMemory("ulimit -v, ulimit -u")};
    if (error == EDQUOT)
        return {ExitCode::diskSpace, "file.no-space", std::move(what),
                systemReason(error) + ": a quota limits the space of this account or its project",
                "Raise the quota on the file system of " + utf8(path) +
                    " or remove files that count for it (quota -v), then run setup again"};
    if (error == ENOSPC)
        return {ExitCode::diskSpace, "file.no-space", std::move(what), lackOfSpace(error, path, neededBytes),
                "Free space on the file system of " + utf8(path) + ", then run setup again"};
    if (error == EACCES || error == EPERM)
        return accessFailure(error, std::move(what), path);
    return {ExitCode::failed, access == Access::reading ? "file.read" : "file.write", std::move(what),
            systemReason(error), remedyFor(error, path)};
}

Result<void> writeOutcome(int error, const std::string& what, const std::filesystem::path& path) {
    if (error == 0)
        return {};
    return fail(fileFailure(error, Access::writing, what + " " + utf8(path), path));
}

} // namespace bes::host

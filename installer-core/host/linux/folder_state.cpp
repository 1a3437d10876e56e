// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <limits.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <cerrno>

#include "host/accounts.hpp"
#include "host/entry.hpp"
#include "host/linux/inode_flags.hpp"
#include "host/linux/mounts.hpp"
#include "host/linux/system_failure.hpp"
#include "host/surroundings.hpp"
#include "model/try.hpp"
#include "text/path_text.hpp"

namespace bes::host {
namespace {

namespace fs = std::filesystem;

/// FS_CASEFOLD_FL; older headers do not have it.
constexpr int caseFoldFlag = 0x40000000;

bool isPrefix(const fs::path& folder, const fs::path& path) {
    const fs::path relative = path.lexically_relative(folder);
    return !relative.empty() && relative != "." && *relative.begin() != "..";
}

/// On the running system every link followed by the kernel, as far as the path exists.
fs::path realPath(const Root& root, const fs::path& folder) {
    if (!root.isRunningSystem())
        return root.followed(folder);
    std::error_code error;
    fs::path real = fs::weakly_canonical(folder, error);
    return error ? folder : real;
}

/// The nearest that exists, links followed, with what keeps setup from going further.
struct Nearest {
    fs::path path;
    std::string obstacle;
    bool noFolder = false;
};

Nearest nearestOf(const fs::path& real) {
    std::string obstacle;
    bool noFolder = false;
    for (fs::path path = real;; path = path.parent_path()) {
        struct stat entry {};
        if (::stat(path.c_str(), &entry) == 0) {
            if (S_ISDIR(entry.st_mode))
                return {path, obstacle, noFolder};
            obstacle = utf8(path) + " is not a folder";
            noFolder = true;
            continue;
        }
        const int error = errno;
        if (::lstat(path.c_str(), &entry) == 0 && S_ISLNK(entry.st_mode)) {
            obstacle = "the symbolic link " + utf8(path) + " has no target: " + systemReason(error);
            noFolder = true;
        } else if (error != ENOENT && error != ENOTDIR && obstacle.empty())
            obstacle = utf8(path) + ": " + systemReason(error);
        if (!path.has_relative_path())
            return {path, obstacle, noFolder};
    }
}

/// In an image: a link on the way that leads to nothing there. Setup makes folders, not what links are for.
std::string deadLink(const Root& root, const fs::path& folder) {
    struct stat entry {};
    for (fs::path path = folder; !root.isRunningSystem() && path.has_relative_path();
         path = path.parent_path()) {
        if (::lstat(root(path).c_str(), &entry) != 0)
            continue;
        if (S_ISLNK(entry.st_mode) && ::stat(root.followed(path).c_str(), &entry) != 0)
            return "the symbolic link " + utf8(path) +
                   " has no target: " + systemReason(errno == ENAMETOOLONG ? ELOOP : errno);
        break;
    }
    return {};
}

/// What of a path the system does not take, whatever stands there.
std::string tooLong(const fs::path& path) {
    for (const fs::path& name : path)
        if (name.native().size() > NAME_MAX)
            return "the name " + utf8(name).substr(0, 40) + "... has " +
                   std::to_string(name.native().size()) + " bytes; the system allows " +
                   std::to_string(NAME_MAX);
    return {};
}

/// What an administrator can't write either. Where this process is none, on the running system, its own lack
/// of rights says nothing about the run.
std::string whyNotWritable(const Root& root, const fs::path& folder) {
    if (std::string frozen = whyFrozen(folder); !frozen.empty())
        return frozen;
    if (::faccessat(AT_FDCWD, folder.c_str(), W_OK | X_OK, AT_EACCESS) == 0)
        return {};
    const int error = errno;
    if (error == EACCES && root.isRunningSystem() && !isAdministrator())
        return {};
    return utf8(folder) + ": " + systemReason(error);
}

Result<void> lookAtFileSystem(const Root& root, const fs::path& real, const fs::path& nearest,
                              FolderState& state) {
    struct statvfs numbers {};
    struct statx entry {};
    if (::statvfs(nearest.c_str(), &numbers) != 0 ||
        ::statx(AT_FDCWD, nearest.c_str(), 0, STATX_MNT_ID, &entry) != 0)
        return fail(fileFailure(errno, Access::reading, "Can't look at " + utf8(nearest), nearest));
    TRY_ASSIGN(const auto all, mounts());
    state.mountPoint = mountPoint(deviceOf(entry, all), all);
    if (const Mount* mount = mountOf(entry, all)) {
        state.fileSystem = mount->fileSystem;
        state.mountPoint = mount->point;
    }
    if ((numbers.f_flag & ST_RDONLY) != 0 && state.obstacle.empty())
        state.obstacle = utf8(state.mountPoint) + " is mounted read-only";
    state.noExec = root.isRunningSystem() && (numbers.f_flag & ST_NOEXEC) != 0;
    if (numbers.f_files != 0)
        state.freeFiles = numbers.f_favail;
    for (const Mount& mount : all)
        if (isPrefix(real, mount.point))
            state.mountsInside.push_back(root.seenInside(mount.point));
    return {};
}

} // namespace

Result<FolderState> folderState(const Root& root, const fs::path& folder) {
    const fs::path real = realPath(root, folder);
    FolderState state;
    state.leadsTo = root.seenInside(real);
    state.obstacle = deadLink(root, folder);
    state.noFolder = !state.obstacle.empty();
    if (state.obstacle.empty())
        state.obstacle = tooLong(real);
    if (!state.obstacle.empty())
        return state;
    Nearest nearest = nearestOf(real);
    state.obstacle = std::move(nearest.obstacle);
    state.noFolder = nearest.noFolder;
    state.ignoresCase = (folderFlags(nearest.path) & caseFoldFlag) != 0;
    if (state.obstacle.empty())
        state.obstacle = whyNotWritable(root, nearest.path);
    TRY(lookAtFileSystem(root, real, nearest.path, state));
    return state;
}

} // namespace bes::host

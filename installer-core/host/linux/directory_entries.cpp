// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <stdexcept>

#include "host/files.hpp"
#include "host/linux/descriptor.hpp"
#include "host/linux/system_failure.hpp"
#include "host/linux/tree_in_folder.hpp"
#include "text/path_text.hpp"

// Names come, move and go: files, links and folders.

namespace bes::host {
namespace {

bool sameFile(const std::filesystem::path& a, const std::filesystem::path& b) {
    struct stat first {
    }, second{};
    return ::lstat(a.c_str(), &first) == 0 && ::lstat(b.c_str(), &second) == 0 &&
           first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

bool sameTarget(const std::filesystem::path& a, const std::filesystem::path& b) {
    std::error_code error;
    const auto first = std::filesystem::read_symlink(a, error);
    if (error)
        return false;
    const auto second = std::filesystem::read_symlink(b, error);
    return !error && first == second;
}

} // namespace

Result<void> rename(const std::filesystem::path& from, const std::filesystem::path& to) {
    if (::rename(from.c_str(), to.c_str()) == 0)
        return {};
    const int error = errno;
    return fail(fileFailure(error, Access::writing, "Can't rename " + utf8(from) + " to " + utf8(to),
                            to.parent_path()));
}

Result<bool> renameIfFree(const std::filesystem::path& from, const std::filesystem::path& to) {
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0)
        return true;
    int error = errno;
    struct stat there {};
    if (error ==
        EINVAL) { // a file system that does not know that flag: nobody but setup works in these folders
        if (::lstat(to.c_str(), &there) == 0)
            return false;
        error = ::rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
        if (error == 0)
            return true;
    }
    if (error == EEXIST)
        return false;
    return fail(fileFailure(error, Access::writing, "Can't rename " + utf8(from) + " to " + utf8(to),
                            to.parent_path()));
}

Result<void> keepAs(const std::filesystem::path& from, const std::filesystem::path& to) {
    if (::linkat(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), 0) == 0) // 0: the symbolic link itself
        return {};
    int error = errno;
    std::error_code ignored;
    if (error == EPERM && std::filesystem::is_symlink(from, ignored)) { // file systems without links to links
        const auto target = std::filesystem::read_symlink(from, ignored);
        error = ::symlink(target.c_str(), to.c_str()) == 0 ? 0 : errno;
    }
    if (error == EEXIST && (sameFile(from, to) || sameTarget(from, to)))
        return {};
    return writeOutcome(error, "Can't keep " + utf8(from) + " as", to);
}

Result<void> removeFile(const std::filesystem::path& path) {
    const int error = ::unlink(path.c_str()) == 0 ? 0 : errno;
    return writeOutcome(error == ENOENT ? 0 : error, "Can't remove", path);
}

Result<void> removeEmptyFolder(const std::filesystem::path& path) {
    const int error = ::rmdir(path.c_str()) == 0 ? 0 : errno;
    // EBUSY: somebody mounted a file system there
    const bool stays =
        error == ENOENT || error == ENOTEMPTY || error == EEXIST || error == ENOTDIR || error == EBUSY;
    return writeOutcome(stays ? 0 : error, "Can't remove the folder", path);
}

Result<void> removeTree(const std::filesystem::path& path) {
    if (path.lexically_normal().relative_path().empty())
        throw std::logic_error("removeTree() of a whole file system");
    const std::filesystem::path whole = path.has_filename() ? path : path.parent_path();
    const std::filesystem::path above = whole.has_parent_path() ? whole.parent_path() : ".";
    const Descriptor folder(::open(above.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (!folder.open())
        return writeOutcome(errno == ENOENT || errno == ENOTDIR ? 0 : errno, "Can't remove the folder", path);
    return writeOutcome(removeTreeIn(folder.get(), whole.filename()), "Can't remove the folder", path);
}

Result<void> makeFolder(const std::filesystem::path& path, unsigned mode) {
    if (::mkdir(path.c_str(), mode & 0700) == 0) // never wider than wanted, not even for a moment
        return writeOutcome(::chmod(path.c_str(), mode) == 0 ? 0 : errno, "Can't set the mode of the folder",
                            path);
    int error = errno;
    std::error_code ignored;
    if (error == EEXIST)
        error = std::filesystem::is_directory(path, ignored) ? 0 : ENOTDIR;
    return writeOutcome(error, "Can't create the folder", path);
}

Result<void> makeFolders(const std::filesystem::path& path, unsigned mode) {
    std::error_code error;
    if (std::filesystem::is_directory(path, error))
        return {};
    constexpr unsigned usual = 0755;
    const std::filesystem::path parent = path.parent_path();
    auto above = parent == path || parent.empty() ? Result<void>() : makeFolders(parent, usual);
    return above.and_then([&] { return makeFolder(path, mode); });
}

Result<void> giveTo(const std::filesystem::path& path, std::uint32_t user, std::uint32_t group) {
    return writeOutcome(::lchown(path.c_str(), user, group) == 0 ? 0 : errno, "Can't change the owner of",
                        path);
}

Result<void> setMode(const std::filesystem::path& path, unsigned mode) {
    std::error_code error;
    if (std::filesystem::is_symlink(path, error))
        return {};
    return writeOutcome(::chmod(path.c_str(), mode) == 0 ? 0 : errno, "Can't change the mode of", path);
}

} // namespace bes::host

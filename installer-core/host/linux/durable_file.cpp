// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "host/files.hpp"
#include "host/linux/descriptor.hpp"
#include "host/linux/extended_attributes.hpp"
#include "host/linux/names_in_folder.hpp"
#include "host/linux/system_failure.hpp"
#include "model/try.hpp"
#include "text/path_text.hpp"

namespace bes::host {
namespace {

// The functions below return an errno, 0 for success.

/// No set-ID bit and no attribute that gives rights is taken over.
int takeOver(int before, int after) {
    struct stat entry {};
    if (::fstat(before, &entry) != 0 || ::fchown(after, entry.st_uid, entry.st_gid) != 0)
        return errno;
    if (const int error = copyOwnersAttributes(before, after); error != 0)
        return error;
    return ::fchmod(after, entry.st_mode & 0777) == 0 ? 0 : errno;
}

int dress(int folder, const std::string& name, int temporary, unsigned mode, Keep keep) {
    if (keep == Keep::ownerAndMode) {
        const Descriptor before(
            ::openat(folder, name.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK));
        if (before.open())
            return takeOver(before.get(), temporary);
        if (errno != ENOENT)
            return errno;
    }
    return ::fchmod(temporary, mode) == 0 ? 0 : errno;
}

int replace(const std::filesystem::path& path, std::string_view content, unsigned mode, Keep keep) {
    const Descriptor folder(::open(path.parent_path().c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (!folder.open())
        return errno;
    NewName file(folder.get(), utf8(path.filename()));
    int error = file.error();
    if (error == 0)
        error = writeAll(file.file(), content);
    if (error == 0)
        error = dress(folder.get(), utf8(path.filename()), file.file(), mode, keep);
    if (error == 0 && ::fsync(file.file()) != 0)
        error = errno;
    if (error == 0)
        error = file.rename();
    return error == 0 ? syncFolder(folder.get()) : error;
}

Result<void> syncWith(int (*sync)(int), const std::filesystem::path& path, int flags,
                      const std::string& what) {
    const Descriptor opened(::open(path.c_str(), O_RDONLY | O_CLOEXEC | flags));
    if (opened.open() && sync(opened.get()) == 0)
        return {};
    return fail(fileFailure(errno, Access::writing, what + utf8(path), path));
}

} // namespace

Result<void> writeDurably(const std::filesystem::path& path, std::string_view content, unsigned mode,
                          Keep keep) {
    std::error_code unresolved;
    std::filesystem::path written = std::filesystem::absolute(path, unresolved);
    if (keep == Keep::ownerAndMode) {
        written = std::filesystem::weakly_canonical(written, unresolved);
        if (unresolved)
            return fail(fileFailure(unresolved.value(), Access::writing, "Can't write " + utf8(path), path));
    }
    TRY_ASSIGN(const auto before, host::status(written));
    const std::optional<FileStatus>& old = before;
    const bool isFolder = old && old->type == FileType::folder;
    const int error = isFolder ? EISDIR : replace(written, content, mode, keep);
    if (error != 0)
        return fail(
            fileFailure(error, Access::writing, "Can't write " + utf8(path), written, content.size()));
    return {};
}

Result<void> makeFile(const std::filesystem::path& path, unsigned mode) {
    const Descriptor made(
        ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode & 0600));
    if (!made.open() && errno == EEXIST)
        return {};
    if (made.open() && ::fchmod(made.get(), mode) == 0)
        return {};
    const int error = errno;
    return fail(fileFailure(error, Access::writing, "Can't create the file " + utf8(path), path));
}

Result<void> removeUnfinishedWrites(const std::filesystem::path& path) {
    const Descriptor folder(::open(path.parent_path().c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    int error = folder.open() ? 0 : errno;
    if (error == 0)
        error = removeUnfinishedNames(folder.get(), utf8(path.filename()));
    if (error == 0 || error == ENOENT)
        return {};
    return fail(fileFailure(error, Access::writing, "Can't remove the temporary files of " + utf8(path),
                            path.parent_path()));
}

Result<void> syncFileSystem(const std::filesystem::path& path) {
    return syncWith(&::syncfs, path, O_NONBLOCK, "Can't write to disk the file system of ");
}

Result<void> syncFolder(const std::filesystem::path& path) {
    return syncWith(&::fsync, path, O_DIRECTORY, "Can't write to disk the folder ");
}

} // namespace bes::host

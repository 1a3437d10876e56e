#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "host/files.hpp"
#include "host/linux/descriptor.hpp"
#include "host/linux/extended_attributes.hpp"
#include "host/linux/system_failure.hpp"

namespace bes::host {
namespace {

/// What temporary files for `path` are called, without the random end.
std::string temporaryPrefix(const std::filesystem::path& path) {
    return "." + path.filename().string() + ".bes-unfinished-";
}

/// Exists under its temporary name until it is renamed; removed when that does not happen.
class TemporaryFile {
public:
    explicit TemporaryFile(const std::filesystem::path& path)
        : name_(path.parent_path() / (temporaryPrefix(path) + "XXXXXX")),
          file_(::mkostemp(name_.data(), O_CLOEXEC)), error_(file_.open() ? 0 : errno) {}
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile() {
        if (file_.open())
            ::unlink(name_.c_str());
    }

    [[nodiscard]] int get() const { return file_.get(); }
    [[nodiscard]] int error() const { return error_; }
    [[nodiscard]] int renameTo(const std::filesystem::path& path) {
        if (::rename(name_.c_str(), path.c_str()) != 0)
            return errno;
        file_.close();
        return 0;
    }

private:
    std::string name_;
    Descriptor file_;
    int error_;
};

// The functions below return an errno, 0 for success.

int writeAll(int file, std::string_view content) {
    while (!content.empty()) {
        const ssize_t written = ::write(file, content.data(), content.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return errno;
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

int takeOver(int before, int after) {
    struct stat entry {};
    if (::fstat(before, &entry) != 0)
        return errno;
    // owner first: chown clears the set-user-ID bits that fchmod restores
    if (::fchown(after, entry.st_uid, entry.st_gid) != 0)
        return errno;
    copyExtendedAttributes(before, after);
    return ::fchmod(after, entry.st_mode & 07777) == 0 ? 0 : errno;
}

/// Owner and mode of the temporary file.
int dress(const std::filesystem::path& path, int temporary, unsigned mode, Keep keep) {
    if (keep == Keep::ownerAndMode) {
        const Descriptor before(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
        if (before.open())
            return takeOver(before.get(), temporary);
        if (errno != ENOENT)
            return errno;
    }
    return ::fchmod(temporary, mode) == 0 ? 0 : errno;
}

int syncFolderOf(const std::filesystem::path& path) {
    const Descriptor folder(::open(path.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    return folder.open() && ::fsync(folder.get()) == 0 ? 0 : errno;
}

int replace(const std::filesystem::path& path, std::string_view content, unsigned mode, Keep keep) {
    TemporaryFile temporary(path);
    int error = temporary.error();
    if (error == 0)
        error = writeAll(temporary.get(), content);
    if (error == 0)
        error = dress(path, temporary.get(), mode, keep);
    if (error == 0 && ::fsync(temporary.get()) != 0)
        error = errno;
    if (error == 0)
        error = temporary.renameTo(path);
    return error == 0 ? syncFolderOf(path) : error;
}

Result<void> syncWith(int (*sync)(int), const std::filesystem::path& path, int flags,
                      const std::string& what) {
    const Descriptor opened(::open(path.c_str(), O_RDONLY | O_CLOEXEC | flags));
    if (opened.open() && sync(opened.get()) == 0)
        return {};
    return fail(fileFailure(errno, Access::writing, what + path.string(), path));
}

} // namespace

Result<void> writeDurably(const std::filesystem::path& path, std::string_view content, unsigned mode,
                          Keep keep) {
    std::error_code unresolved;
    std::filesystem::path written = std::filesystem::absolute(path, unresolved);
    if (keep == Keep::ownerAndMode) {
        written = std::filesystem::weakly_canonical(written, unresolved);
        if (unresolved)
            return fail(
                fileFailure(unresolved.value(), Access::writing, "Can't write " + path.string(), path));
    }
    const auto before = host::status(written);
    if (!before)
        return fail(before.error());
    const std::optional<FileStatus>& old = *before;
    const bool isFolder = old && old->type == FileType::folder;
    const int error = isFolder ? EISDIR : replace(written, content, mode, keep);
    if (error != 0)
        return fail(
            fileFailure(error, Access::writing, "Can't write " + path.string(), written, content.size()));
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
    return fail(fileFailure(error, Access::writing, "Can't make the file " + path.string(), path));
}

Result<void> removeUnfinishedWrites(const std::filesystem::path& path) {
    const std::string prefix = temporaryPrefix(path);
    std::error_code error;
    std::filesystem::directory_iterator entries(path.parent_path(), error);
    if (error == std::errc::no_such_file_or_directory)
        return {};
    for (; !error && entries != std::filesystem::directory_iterator(); entries.increment(error)) {
        const std::string name = entries->path().filename().string();
        if (!name.starts_with(prefix))
            continue;
        if (auto removed = removeFile(entries->path()); !removed)
            return removed;
    }
    if (error)
        return fail(fileFailure(error.value(), Access::reading, "Can't list " + path.parent_path().string(),
                                path.parent_path()));
    return {};
}

Result<void> syncFileSystem(const std::filesystem::path& path) {
    return syncWith(&::syncfs, path, O_NONBLOCK, "Can't bring to the disk the file system of ");
}

Result<void> syncFolder(const std::filesystem::path& path) {
    return syncWith(&::fsync, path, O_DIRECTORY, "Can't bring to the disk the folder ");
}

} // namespace bes::host

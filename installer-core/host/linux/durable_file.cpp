#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "host/files.hpp"
#include "host/linux/descriptor.hpp"
#include "host/linux/names_in_folder.hpp"
#include "host/linux/system_failure.hpp"

namespace bes::host {
namespace {

/// An errno.
int replace(const std::filesystem::path& path, std::string_view content, unsigned mode) {
    const Descriptor folder(::open(path.parent_path().c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (!folder.open())
        return errno;
    NewName file(folder.get(), path.filename().string());
    int error = file.error();
    if (error == 0)
        error = writeAll(file.file(), content);
    if (error == 0 && (::fchmod(file.file(), mode) != 0 || ::fsync(file.file()) != 0))
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
    return fail(fileFailure(errno, Access::writing, what + path.string(), path));
}

} // namespace

Result<void> writeDurably(const std::filesystem::path& path, std::string_view content, unsigned mode, Keep) {
    std::error_code unresolved;
    const std::filesystem::path written = std::filesystem::absolute(path, unresolved);
    const auto before = host::status(written);
    if (!before)
        return fail(before.error());
    const std::optional<FileStatus>& old = *before;
    const bool isFolder = old && old->type == FileType::folder;
    const int error = isFolder ? EISDIR : replace(written, content, mode);
    if (error != 0)
        return fail(
            fileFailure(error, Access::writing, "Can't write " + path.string(), written, content.size()));
    return {};
}

Result<void> removeUnfinishedWrites(const std::filesystem::path& path) {
    const Descriptor folder(::open(path.parent_path().c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    int error = folder.open() ? 0 : errno;
    if (error == 0)
        error = removeUnfinishedNames(folder.get(), path.filename().string());
    if (error == 0 || error == ENOENT)
        return {};
    return fail(fileFailure(error, Access::writing, "Can't remove what was left beside " + path.string(),
                            path.parent_path()));
}

Result<void> syncFileSystem(const std::filesystem::path& path) {
    return syncWith(&::syncfs, path, O_NONBLOCK, "Can't bring to the disk the file system of ");
}

Result<void> syncFolder(const std::filesystem::path& path) {
    return syncWith(&::fsync, path, O_DIRECTORY, "Can't bring to the disk the folder ");
}

} // namespace bes::host

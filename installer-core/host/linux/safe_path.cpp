// SPDX-License-Identifier: Apache-2.0
#include "host/safe_path.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <stdexcept>

#include "host/linux/reached_folder.hpp"
#include "host/linux/system_failure.hpp"
#include "host/linux/tree_in_folder.hpp"
#include "text/path_text.hpp"

namespace bes::host {
namespace {

tl::unexpected<Failure> unsafe(const std::filesystem::path& path, std::string why, std::string remedy) {
    return fail(ExitCode::failed, "file.unsafe", "Can't use " + utf8(path), std::move(why),
                std::move(remedy));
}

/// An errno. Only a folder that this process made gets the mode.
int makeIn(int folder, const std::string& name, unsigned mode) {
    if (::mkdirat(folder, name.c_str(), mode & S_IRWXU) !=
        0) { // never wider than wanted, not even for a moment
        struct stat entry {};
        const int error = errno;
        if (error != EEXIST || ::fstatat(folder, name.c_str(), &entry, AT_SYMLINK_NOFOLLOW) != 0)
            return error;
        return S_ISDIR(entry.st_mode) ? 0 : ENOTDIR;
    }
    const Descriptor made(::openat(folder, name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    struct stat entry {};
    if (!made.open() || ::fstat(made.get(), &entry) != 0)
        return errno;
    if (entry.st_uid != ::geteuid())
        return ESTALE;
    return ::fchmod(made.get(), mode) == 0 ? 0 : errno;
}

/// An errno. By the descriptor's own name: a descriptor that was opened for no access has no other way.
int chmodOpened(const Descriptor& file, unsigned mode) {
    const std::string name = "/proc/self/fd/" + std::to_string(file.get());
    return ::chmod(name.c_str(), mode) == 0 ? 0 : errno;
}

} // namespace

Result<void> removeTree(const Root& root, const std::filesystem::path& inside) {
    if (inside.lexically_normal().relative_path().empty())
        throw std::logic_error("removeTree() of a whole file system");
    const auto place = reachFolderOf(root, inside);
    if (!place && (place.error().error == ENOENT || place.error().error == ENOTDIR))
        return {};
    if (!place)
        return fail(place.error().failure);
    return writeOutcome(removeTreeIn(place->folder.get(), place->name), "Can't remove the folder",
                        place->path);
}

Result<void> makeFolder(const Root& root, const std::filesystem::path& inside, unsigned mode) {
    const auto place = reachFolderOf(root, inside);
    if (!place)
        return fail(place.error().failure);
    return writeOutcome(makeIn(place->folder.get(), place->name, mode), "Can't create the folder",
                        place->path);
}

Result<void> setRights(const Root& root, const std::filesystem::path& inside, unsigned mode,
                       std::optional<AccountIds> owner) {
    const auto place = reachFolderOf(root, inside);
    if (!place)
        return fail(place.error().failure);
    const Descriptor file(
        ::openat(place->folder.get(), place->name.c_str(), O_PATH | O_NOFOLLOW | O_CLOEXEC));
    struct stat entry {};
    if (!file.open() || ::fstat(file.get(), &entry) != 0)
        return writeOutcome(errno, "Can't change owner and mode of", place->path);
    if (S_ISREG(entry.st_mode) && entry.st_nlink != 1)
        return unsafe(place->path,
                      "The file has " + std::to_string(entry.st_nlink) +
                          " names, so the owner and mode of another file would change too",
                      "Find its other names (find / -xdev -samefile " + utf8(place->path) +
                          "), put a copy in its place, then run setup again");
    if (!S_ISREG(entry.st_mode) && !S_ISDIR(entry.st_mode) && !S_ISLNK(entry.st_mode))
        return unsafe(place->path, "It is a device, a socket or a pipe, not a file or folder",
                      "Move it away, then run setup again");
    int error = 0;
    if (owner && ::fchownat(file.get(), "", owner->user, owner->group, AT_EMPTY_PATH) != 0)
        error = errno;
    if (error == 0 && !S_ISLNK(entry.st_mode))
        error = chmodOpened(file, mode); // after the owner, whose change clears the set-ID bits
    return writeOutcome(error, "Can't change owner and mode of", place->path);
}

} // namespace bes::host

// SPDX-License-Identifier: Apache-2.0
#include "host/linux/tree_in_folder.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <memory>
#include <string_view>

#include "host/linux/descriptor.hpp"
#include "text/lists.hpp"

namespace bes::host {
namespace {

constexpr int folderFlags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
constexpr int deepest = 64;    // folders that are open at a time; what is deeper is moved up first
constexpr int mostPasses = 16; // while others go on writing
constexpr int mostMoves = 100'000;

struct CloseFolder {
    void operator()(DIR* folder) const { ::closedir(folder); }
};

// The functions return an errno.

class Removal {
public:
    Removal(int top, const struct stat& entry) : top_(top), device_(entry.st_dev), owner_(entry.st_uid) {}

    int clear() { return clear(top_, 0); }
    [[nodiscard]] bool leftOfOthers() const { return leftOfOthers_; }
    [[nodiscard]] int moves() const { return moves_; }

private:
    int clear(int folder, int depth) {
        Descriptor listed(::openat(folder, ".", folderFlags));
        const std::unique_ptr<DIR, CloseFolder> entries(listed.open() ? ::fdopendir(listed.get()) : nullptr);
        if (!entries)
            return errno;
        (void)listed.release();
        errno = 0;
        while (const dirent* entry = ::readdir(entries.get())) {
            const std::string name = entry->d_name; // NOLINT: an array of the system's
            if (name != "." && name != "..")
                if (const int error = remove(folder, name, depth); error != 0)
                    return error;
            errno = 0;
        }
        return errno;
    }

    int remove(int folder, const std::string& name, int depth) {
        if (::unlinkat(folder, name.c_str(), 0) == 0 || errno == ENOENT)
            return 0;
        const int error = errno;
        if (error != EISDIR && error != EPERM)
            return error;
        const Descriptor inner(::openat(folder, name.c_str(), folderFlags));
        struct stat entry {};
        if (!inner.open() ||
            ::fstat(inner.get(), &entry) != 0) // somebody may have put a file there meanwhile
            return errno == ENOENT                      ? 0
                   : errno != ENOTDIR && errno != ELOOP ? errno
                   : error == EPERM                     ? EPERM
                                                        : 0;
        if (entry.st_dev != device_ || !isOurs(entry.st_uid)) {
            leftOfOthers_ = ::unlinkat(folder, name.c_str(), AT_REMOVEDIR) != 0 || leftOfOthers_;
            return 0;
        }
        if (depth == deepest)
            return moveUp(folder, name);
        if (const int uncleared = clear(inner.get(), depth + 1); uncleared != 0)
            return uncleared;
        const bool gone = ::unlinkat(folder, name.c_str(), AT_REMOVEDIR) == 0;
        return gone || errno == ENOENT || errno == ENOTEMPTY || errno == EEXIST || errno == ENOTDIR ? 0
                                                                                                    : errno;
    }

    /// So that no depth uses up the descriptors: the next pass finds it.
    int moveUp(int folder, const std::string& name) {
        const std::string upper = ".bes-removed-" + std::to_string(++moves_);
        const bool moved = ::renameat(folder, name.c_str(), top_, upper.c_str()) == 0;
        return moved || errno == ENOENT || errno == ENOTEMPTY || errno == EEXIST || errno == ENOTDIR ? 0
                                                                                                     : errno;
    }

    [[nodiscard]] bool isOurs(uid_t user) const { return user == 0 || user == owner_ || user == ::geteuid(); }

    int top_;
    dev_t device_;
    uid_t owner_;
    bool leftOfOthers_ = false;
    int moves_ = 0;
};

} // namespace

int removeTreeIn(int folder, const std::string& name) {
    if (::unlinkat(folder, name.c_str(), 0) == 0 || errno == ENOENT)
        return 0;
    if (errno != EISDIR && errno != EPERM)
        return errno;
    const int refused = errno;
    const Descriptor top(::openat(folder, name.c_str(), folderFlags));
    struct stat entry {};
    if (!top.open() || ::fstat(top.get(), &entry) != 0)
        return errno == ENOTDIR || errno == ELOOP ? refused : errno;
    Removal removal(top.get(), entry);
    int movesBefore = 0;
    for (int pass = 0; pass < mostPasses;) {
        if (const int error = removal.clear(); error != 0)
            return error;
        if (::unlinkat(folder, name.c_str(), AT_REMOVEDIR) == 0 || errno == ENOENT)
            return 0;
        if (errno != ENOTEMPTY && errno != EEXIST)
            return errno;
        const bool moved = removal.moves() > movesBefore && removal.moves() < mostMoves;
        movesBefore = removal.moves();
        pass += moved ? 0 : 1;
        if (!moved && removal.leftOfOthers() && pass > 1)
            return 0;
    }
    return ENOTEMPTY;
}

} // namespace bes::host

// SPDX-License-Identifier: Apache-2.0
#include "host/ownership.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <memory>
#include <string>

#include "host/linux/descriptor.hpp"
#include "host/linux/mounts.hpp"
#include "host/linux/system_failure.hpp"
#include "model/try.hpp"
#include "text/path_text.hpp"

namespace bes::host {
namespace {

constexpr int look = O_PATH | O_NOFOLLOW | O_CLOEXEC;

tl::unexpected<Failure> cannotLookThrough(int error, const std::filesystem::path& path) {
    return fail(fileFailure(error, Access::reading, "Can't look through " + utf8(path), path));
}

/// A link that leads out, or a second name of somebody else's file, is no reason to change what is there.
bool mayBeGiven(const struct statx& entry, std::uint32_t from) {
    return entry.stx_uid == from && (S_ISDIR(entry.stx_mode) || S_ISLNK(entry.stx_mode) ||
                                     (S_ISREG(entry.stx_mode) && entry.stx_nlink == 1));
}

/// Sets errno.
bool readEntry(const Descriptor& file, struct statx& entry) {
    return ::statx(file.get(), "", AT_EMPTY_PATH, STATX_BASIC_STATS | STATX_MNT_ID, &entry) == 0;
}

class Walk {
public:
    Walk(const std::filesystem::path& top, std::uint32_t user) : top_(top), user_(user) {}

    Result<void> through(const Descriptor& folder, const std::filesystem::path& name) {
        const std::unique_ptr<DIR, int (*)(DIR*)> entries(
            ::fdopendir(::openat(folder.get(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)), &::closedir);
        if (!entries)
            return cannotLookThrough(errno, top_ / name);
        while (const dirent* entry = ::readdir(entries.get()))
            if (const std::string child = entry->d_name; child != "." && child != "..")
                if (auto taken =
                        take(folder, child, name == "." ? std::filesystem::path(child) : name / child);
                    !taken)
                    return taken;
        return {};
    }
    Result<void> begin(const Descriptor& folder) {
        struct statx entry {};
        if (!readEntry(folder, entry))
            return cannotLookThrough(errno, top_);
        mount_ = mountNumber(entry);
        if (entry.stx_uid == user_)
            found.push_back({".", {entry.stx_uid, entry.stx_gid}});
        return through(folder, ".");
    }

    std::vector<OwnedEntry> found;

private:
    Result<void> take(const Descriptor& folder, const std::string& child, const std::filesystem::path& name) {
        const Descriptor opened(::openat(folder.get(), child.c_str(), look));
        struct statx entry {};
        if (!opened.open() || !readEntry(opened, entry))
            return errno == ENOENT ? Result<void>() : cannotLookThrough(errno, top_ / name);
        if (mountNumber(entry) != mount_)
            return {};
        if (mayBeGiven(entry, user_))
            found.push_back({name, {entry.stx_uid, entry.stx_gid}});
        return S_ISDIR(entry.stx_mode) ? through(opened, name) : Result<void>();
    }

    const std::filesystem::path& top_;
    std::uint32_t user_;
    std::uint64_t mount_ = 0;
};

/// Not open where a folder on the way is gone, or is none any more.
Descriptor openBelow(int folder, const std::filesystem::path& entry) {
    Descriptor at(::openat(folder, ".", look | O_DIRECTORY));
    for (const std::filesystem::path& name : entry) {
        if (!at.open() || name == ".")
            continue;
        at = Descriptor(::openat(at.get(), name.c_str(), look));
    }
    return at;
}

} // namespace

Result<std::vector<OwnedEntry>> ownedBelow(const std::filesystem::path& folder, std::uint32_t user) {
    const Descriptor top(::open(folder.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (!top.open())
        return cannotLookThrough(errno, folder);
    Walk walk(folder, user);
    TRY(walk.begin(top));
    return std::move(walk.found);
}

Result<void> handOver(const std::filesystem::path& folder, const std::filesystem::path& entry,
                      std::uint32_t from, const AccountIds& to) {
    const Descriptor top(::open(folder.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (!top.open())
        return errno == ENOENT ? Result<void>() : cannotLookThrough(errno, folder);
    const Descriptor opened = openBelow(top.get(), entry);
    struct statx found {};
    if (!opened.open() || !readEntry(opened, found) || !mayBeGiven(found, from))
        return {};
    if (::fchownat(opened.get(), "", to.user, to.group, AT_EMPTY_PATH) == 0)
        return {};
    const int error = errno;
    return fail(fileFailure(error, Access::writing, "Can't change the owner of " + utf8(folder / entry),
                            folder / entry));
}

} // namespace bes::host

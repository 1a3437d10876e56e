// SPDX-License-Identifier: Apache-2.0
#include "host/file_of_others.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "host/linux/extended_attributes.hpp"
#include "host/linux/inode_flags.hpp"
#include "host/linux/names_in_folder.hpp"
#include "host/linux/owners_rights.hpp"
#include "host/linux/reached_folder.hpp"
#include "host/linux/system_failure.hpp"
#include "model/try.hpp"
#include "text/path_text.hpp"

namespace bes::host {
namespace {

constexpr mode_t kept = 0777; // no set-ID bit comes from somebody else's file
constexpr mode_t othersWrite = S_IWGRP | S_IWOTH;

std::string kindOf(mode_t mode) {
    if (S_ISDIR(mode))
        return "a folder";
    if (S_ISLNK(mode))
        return "a symbolic link";
    return S_ISFIFO(mode) ? "a pipe" : S_ISSOCK(mode) ? "a socket" : "a device";
}

bool isSame(const struct stat& a, const struct stat& b) {
    return a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

/// An errno. From the begin, wherever the descriptor is.
int readAll(int file, std::uint64_t limit, std::string& content) {
    std::array<char, 65536> buffer{};
    content.clear();
    while (content.size() <= limit) {
        const ssize_t got = ::pread(file, buffer.data(), buffer.size(), static_cast<off_t>(content.size()));
        if (got < 0 && errno != EINTR)
            return errno;
        if (got == 0)
            return 0;
        if (got > 0)
            content.append(buffer.data(), static_cast<std::size_t>(got));
    }
    return EFBIG;
}

} // namespace

struct FileOfOthers::State {
    Root root;
    ReachedFolder place;
    Descriptor file{};
    struct stat entry {};
    std::string content{};
    std::uint64_t limit = 0;

    /// Root takes the rights of the owner of file and folder: what they may not do must not be done for them.
    [[nodiscard]] bool takesRights() const {
        return ::geteuid() == 0 && entry.st_uid != 0 && entry.st_uid == place.entry.st_uid;
    }

    /// `work` returns an errno, and so does this.
    template<class Work>
    [[nodiscard]] int withRights(Work work) const {
        if (!takesRights())
            return work();
        int error = 0;
        const int untaken = withRightsOf(entry.st_uid, entry.st_gid, [&] { error = work(); });
        return untaken != 0 ? untaken : error;
    }

    [[nodiscard]] tl::unexpected<Failure> unsafe(std::string why, std::string remedy) const {
        return fail(ExitCode::failed, "file.unsafe", "Can't use " + utf8(place.path), std::move(why),
                    std::move(remedy));
    }

    [[nodiscard]] tl::unexpected<Failure> changed() const {
        return fail(
            ExitCode::failed, "file.changed", "Can't write " + utf8(place.path),
            "It was changed or replaced while setup worked on it",
            "Find out what writes it (the Domino server does when its settings change), then run the same "
            "command again");
    }

    [[nodiscard]] tl::unexpected<Failure> failed(int error, Access access) const {
        const std::string what =
            (access == Access::reading ? "Can't read " : "Can't write ") + utf8(place.path);
        if (error == EFBIG && access == Access::reading)
            return fail(ExitCode::failed, "file.read", what,
                        "It is longer than the " + std::to_string(limit) + " bytes that such a file may have",
                        "Check that this is the right file");
        if (takesRights() && (error == EACCES || error == EPERM))
            return fail(ExitCode::failed, "file.access", what,
                        systemReason(error) + " to " + accountWords(root, entry.st_uid) +
                            ", which owns the file and its folder and whose permissions setup uses there",
                        "Give that account permission to read the file and write to the folder");
        return fail(fileFailure(error, access, what, place.path, content.size()));
    }

    [[nodiscard]] Result<void> expectUsable() const;
    [[nodiscard]] Result<void> read();
    [[nodiscard]] int confirm() const;
    [[nodiscard]] int dress(int temporary, const timespec* times) const;
    [[nodiscard]] int write(std::string_view text, const timespec* times) const;
    [[nodiscard]] Result<void> replace(std::string_view text, const timespec* times) const;
};

Result<void> FileOfOthers::State::expectUsable() const {
    if (!S_ISREG(entry.st_mode))
        return unsafe("It is " + kindOf(entry.st_mode) + ", not a file",
                      "Put the file itself there, or choose another one");
    const struct stat& folder = place.entry;
    const bool rootsOwnPlace = folder.st_uid == 0 && (folder.st_mode & othersWrite) == 0;
    if (entry.st_uid != 0 && entry.st_uid != folder.st_uid && !rootsOwnPlace)
        return unsafe("It belongs to " + accountWords(root, entry.st_uid) + ", its folder to " +
                          accountWords(root, folder.st_uid),
                      "Let the same account own both");
    if (entry.st_nlink != 1)
        return unsafe("The file, of " + accountWords(root, entry.st_uid) + ", has " +
                          std::to_string(entry.st_nlink) +
                          " names: setup can't tell which other file this is",
                      "Find its other names (find / -xdev -samefile " + utf8(place.path) +
                          ") and remove them, or put a copy in its place");
    return {};
}

Result<void> FileOfOthers::State::read() {
    const int error = withRights([&] {
        // O_NONBLOCK: should a pipe have taken the file's place by now, nobody may hold setup up by it
        file = Descriptor(
            ::openat(place.folder.get(), place.name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
        struct stat opened {};
        if (!file.open() || ::fstat(file.get(), &opened) != 0)
            return errno;
        if (!isSame(entry, opened))
            return ESTALE;
        return readAll(file.get(), limit, content);
    });
    if (error == ESTALE || error == ELOOP || error == ENXIO)
        return changed();
    return error == 0 ? Result<void>() : failed(error, Access::reading);
}

/// An errno: ESTALE where the name is no longer that of the file that was read, or the file is not what it
/// was.
int FileOfOthers::State::confirm() const {
    struct stat now {};
    if (::fstatat(place.folder.get(), place.name.c_str(), &now, AT_SYMLINK_NOFOLLOW) != 0)
        return errno == ENOENT ? ESTALE : errno;
    std::string again;
    const bool same = isSame(entry, now) && now.st_nlink == 1 && now.st_uid == entry.st_uid &&
                      now.st_gid == entry.st_gid && now.st_mode == entry.st_mode &&
                      readAll(file.get(), limit, again) == 0 && again == content;
    return same ? 0 : ESTALE;
}

/// An errno.
int FileOfOthers::State::dress(int temporary, const timespec* times) const {
    struct stat made {};
    if (::fstat(temporary, &made) != 0)
        return errno;
    const bool differs = made.st_uid != entry.st_uid || made.st_gid != entry.st_gid;
    if (differs && ::fchown(temporary, entry.st_uid, entry.st_gid) != 0)
        return errno;
    if (const int error = copyOwnersAttributes(file.get(), temporary); error != 0)
        return error;
    if (::fchmod(temporary, entry.st_mode & kept) != 0)
        return errno;
    return times == nullptr || ::futimens(temporary, times) == 0 ? 0 : errno;
}

/// An errno.
int FileOfOthers::State::write(std::string_view text, const timespec* times) const {
    NewName temporary(place.folder.get(), place.name);
    int error = temporary.error();
    if (error == 0)
        error = writeAll(temporary.file(), text);
    if (error == 0)
        error = dress(temporary.file(), times);
    if (error == 0 && ::fsync(temporary.file()) != 0)
        error = errno;
    if (error == 0)
        error = confirm();
    if (error == 0)
        error = temporary.rename();
    return error != 0 ? error : syncFolder(place.folder.get());
}

Result<void> FileOfOthers::State::replace(std::string_view text, const timespec* times) const {
    const int error = withRights([&] { return write(text, times); });
    if (error == ESTALE)
        return changed();
    return error == 0 ? Result<void>() : failed(error, Access::writing);
}

FileOfOthers::FileOfOthers(std::unique_ptr<State> state) : state_(std::move(state)) {
}
FileOfOthers::FileOfOthers(FileOfOthers&&) noexcept = default;
FileOfOthers& FileOfOthers::operator=(FileOfOthers&&) noexcept = default;
FileOfOthers::~FileOfOthers() = default;

/// Null where there is none.
Result<std::unique_ptr<FileOfOthers::State>>
FileOfOthers::reach(const Root& root, const std::filesystem::path& inside, std::uint64_t limit) {
    auto place = reachFolderOf(root, inside);
    if (!place && (place.error().error == ENOENT || place.error().error == ENOTDIR))
        return nullptr;
    if (!place)
        return fail(std::move(place.error().failure));
    auto state = std::make_unique<State>(State{.root = root, .place = std::move(*place), .limit = limit});
    struct stat& entry = state->entry;
    if (::fstatat(state->place.folder.get(), state->place.name.c_str(), &entry, AT_SYMLINK_NOFOLLOW) != 0) {
        if (errno == ENOENT)
            return nullptr;
        return state->failed(errno, Access::reading);
    }
    TRY(state->expectUsable());
    return state;
}

Result<std::optional<AccountIds>> FileOfOthers::ownerOf(const Root& root,
                                                        const std::filesystem::path& inside) {
    return reach(root, inside, 0).map([](const std::unique_ptr<State>& state) {
        return state ? std::optional(AccountIds{state->entry.st_uid, state->entry.st_gid}) : std::nullopt;
    });
}

Result<std::optional<FileOfOthers>> FileOfOthers::find(const Root& root, const std::filesystem::path& inside,
                                                       std::uint64_t limit) {
    TRY_ASSIGN(auto state, reach(root, inside, limit));
    if (!state)
        return std::nullopt;
    TRY(state->read());
    return FileOfOthers(std::move(state));
}

Result<FileOfOthers> FileOfOthers::open(const Root& root, const std::filesystem::path& inside,
                                        std::uint64_t limit) {
    TRY_ASSIGN(auto found, find(root, inside, limit));
    if (!found)
        return fail(fileFailure(ENOENT, Access::reading, "Can't read " + utf8(root(inside)), root(inside)));
    return std::move(*found);
}

const std::string& FileOfOthers::content() const {
    return state_->content;
}

AccountIds FileOfOthers::owner() const {
    return {state_->entry.st_uid, state_->entry.st_gid};
}

Result<void> FileOfOthers::checkReplaceable() const {
    const std::filesystem::path& path = state_->place.path;
    std::string frozen = whyFrozen(state_->file.get(), path);
    if (frozen.empty())
        frozen = whyFrozen(state_->place.folder.get(), path.parent_path());
    if (!frozen.empty())
        return state_->unsafe(std::move(frozen), "Remove that attribute, then run setup again");
    const int error = state_->withRights([&] {
        const int folder = state_->place.folder.get();
        return ::faccessat(folder, ".", W_OK | X_OK, AT_EACCESS) == 0 ? 0 : errno;
    });
    return error == 0 ? Result<void>() : state_->failed(error, Access::writing);
}

Result<void> FileOfOthers::keepAs(const std::filesystem::path& copy) const {
    const Descriptor folder(::open(copy.parent_path().c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    int error = folder.open() ? 0 : errno;
    if (error == 0) {
        NewName made(folder.get(), utf8(copy.filename()));
        const std::array<timespec, 2> times{state_->entry.st_atim, state_->entry.st_mtim};
        error = made.error();
        if (error == 0)
            error = writeAll(made.file(), state_->content);
        if (error == 0 && (::futimens(made.file(), times.data()) != 0 || ::fsync(made.file()) != 0))
            error = errno;
        if (error == 0)
            error = made.rename();
    }
    if (error == 0)
        error = syncFolder(folder.get());
    if (error == 0)
        return {};
    return fail(fileFailure(error, Access::writing,
                            "Can't keep " + utf8(state_->place.path) + " as " + utf8(copy), copy,
                            state_->content.size()));
}

Result<void> FileOfOthers::replace(std::string_view content) {
    return state_->replace(content, nullptr);
}

Result<void> FileOfOthers::putBack(const std::filesystem::path& copy) {
    const Descriptor file(::open(copy.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
    struct stat entry {};
    std::string content;
    int error = file.open() && ::fstat(file.get(), &entry) == 0 ? 0 : errno;
    if (error == 0)
        error = readAll(file.get(), state_->limit, content);
    if (error != 0)
        return fail(fileFailure(error, Access::reading, "Can't read " + utf8(copy), copy));
    const std::array<timespec, 2> times{entry.st_atim, entry.st_mtim};
    return state_->replace(content, times.data());
}

Result<void> removeUnfinishedReplacements(const Root& root, const std::filesystem::path& inside) {
    const auto place = reachFolderOf(root, inside);
    if (!place && (place.error().error == ENOENT || place.error().error == ENOTDIR))
        return {};
    if (!place)
        return fail(place.error().failure);
    int error = 0;
    const auto remove = [&] { error = removeUnfinishedNames(place->folder.get(), place->name); };
    if (::geteuid() != 0 || place->entry.st_uid == 0)
        remove();
    else if (const int untaken = withRightsOf(place->entry.st_uid, place->entry.st_gid, remove); untaken != 0)
        error = untaken;
    if (error == 0)
        return {};
    return fail(fileFailure(error, Access::writing,
                            "Can't remove the temporary files of " + utf8(place->path), place->path));
}

} // namespace bes::host

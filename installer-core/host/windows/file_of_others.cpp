// SPDX-License-Identifier: Apache-2.0
#include "host/file_of_others.hpp"

#include <utility>

#include "host/files.hpp"
#include "host/windows/pinned_way.hpp"
#include "host/windows/reading.hpp"
#include "host/windows/rights.hpp"
#include "host/windows/unfinished_names.hpp"
#include "host/windows/wide_text.hpp"
#include "model/try.hpp"
#include "text/path_text.hpp"

namespace bes::host {
namespace {

namespace fs = std::filesystem;

Handle openForReading(const fs::path& path, DWORD access) {
    Handle file;
    (void)patiently([&] {
        file = openEntry(path, access | FILE_READ_ATTRIBUTES | READ_CONTROL);
        return file.open() ? SystemError{0} : lastError();
    });
    return file;
}

Result<void> expectUsable(const fs::path& path, const EntryInformation& entry) {
    if (entry.link)
        return unsafeFile(path, "It is a link to another place",
                          "Put the file itself there, then run setup again");
    if (entry.folder())
        return unsafeFile(path, "It is a folder, not a file",
                          "Put the file itself there, or choose another one");
    if (entry.names != 1)
        return unsafeFile(
            path, "The file has " + std::to_string(entry.names) + " names",
            "Find its other names (fsutil hardlink list), put a copy in its place, then run setup again");
    return {};
}

bool setTimes(HANDLE file, HANDLE like) {
    FILETIME created{}, read{}, written{};
    return ::GetFileTime(like, &created, &read, &written) != 0 &&
           ::SetFileTime(file, &created, &read, &written) != 0;
}

} // namespace

struct FileOfOthers::State {
    PinnedWay way;
    EntryInformation entry;
    AccountIds owner;
    std::string content;
    std::uint64_t limit = 0;

    [[nodiscard]] const fs::path& path() const { return way.path(); }

    [[nodiscard]] Failure changed() const {
        return {ExitCode::failed, "file.changed", "Can't write " + utf8(path()),
                "Another program changed it after setup had read it",
                "Check that no other program edits it, then run setup again"};
    }
    /// It is still the file that was read.
    [[nodiscard]] Result<void> expectUnchanged() const {
        const Handle file = openForReading(path(), FILE_READ_DATA);
        const auto now = file.open() ? informationOf(file.get()) : std::nullopt;
        if (!now || !now->sameFileAs(entry) || now->link)
            return fail(changed());
        TRY_ASSIGN(const auto text, readToEnd(file.get(), path(), limit));
        return text == content ? Result<void>() : fail(changed());
    }
    [[nodiscard]] SystemError write(std::string_view text, HANDLE timesOf) {
        NewName file(path(), 0600);
        SystemError error = file.error();
        if (error == 0)
            error = writeAll(file.file(), text);
        const Handle before = openEntry(path(), READ_CONTROL | FILE_READ_ATTRIBUTES);
        if (error == 0)
            error = before.open() ? copyRights(before.get(), file.file()) : lastError();
        if (error == 0 && timesOf != nullptr && !setTimes(file.file(), timesOf))
            error = lastError();
        if (error == 0)
            error = file.take();
        return error == 0 ? flushFolder(path().parent_path()) : error;
    }
    [[nodiscard]] Result<void> put(std::string_view text, HANDLE timesOf = nullptr) {
        TRY(expectUnchanged());
        if (const SystemError error = write(text, timesOf); error != 0)
            return fail(
                fileFailure(error, Access::writing, "Can't write " + utf8(path()), path(), text.size()));
        const Handle file = openForReading(path(), 0);
        if (const auto now = file.open() ? informationOf(file.get()) : std::nullopt)
            entry = *now;
        content = text;
        return {};
    }
};

FileOfOthers::FileOfOthers(std::unique_ptr<State> state) : state_(std::move(state)) {
}
FileOfOthers::FileOfOthers(FileOfOthers&&) noexcept = default;
FileOfOthers& FileOfOthers::operator=(FileOfOthers&&) noexcept = default;
FileOfOthers::~FileOfOthers() = default;

Result<std::unique_ptr<FileOfOthers::State>> FileOfOthers::reach(const Root& root, const fs::path& inside,
                                                                 std::uint64_t limit) {
    TRY_ASSIGN(auto way, PinnedWay::toFolderOf(root, inside));
    if (way.absent())
        return nullptr;
    const Handle file = openForReading(way.path(), limit == 0 ? 0 : DWORD{FILE_READ_DATA});
    if (!file.open())
        return isAbsence(lastError()) ? Result<std::unique_ptr<State>>(nullptr)
                                      : fail(cannotRead(lastError(), way.path()));
    const auto entry = informationOf(file.get());
    if (!entry)
        return fail(cannotRead(lastError(), way.path()));
    TRY(expectUsable(way.path(), *entry));
    auto state =
        std::make_unique<State>(State{std::move(way), *entry, rightsOf(file.get(), false).owner, {}, limit});
    if (limit > 0) {
        TRY_ASSIGN(state->content, readToEnd(file.get(), state->path(), limit));
    }
    return state;
}

Result<std::optional<FileOfOthers>> FileOfOthers::find(const Root& root, const fs::path& inside,
                                                       std::uint64_t limit) {
    TRY_ASSIGN(auto state, reach(root, inside, limit));
    if (!state)
        return std::nullopt;
    return FileOfOthers(std::move(state));
}

Result<FileOfOthers> FileOfOthers::open(const Root& root, const fs::path& inside, std::uint64_t limit) {
    TRY_ASSIGN(auto state, reach(root, inside, limit));
    if (!state)
        return fail(cannotRead(ERROR_FILE_NOT_FOUND, root(inside)));
    return FileOfOthers(std::move(state));
}

Result<std::optional<AccountIds>> FileOfOthers::ownerOf(const Root& root, const fs::path& inside) {
    TRY_ASSIGN(auto state, reach(root, inside, 0));
    return state ? std::optional(state->owner) : std::nullopt;
}

const std::string& FileOfOthers::content() const {
    return state_->content;
}

AccountIds FileOfOthers::owner() const {
    return state_->owner;
}

Result<void> FileOfOthers::checkReplaceable() const {
    return checkWritable(state_->path());
}

Result<void> FileOfOthers::keepAs(const fs::path& copy) const {
    TRY(writeDurably(copy, state_->content, 0600));
    const Handle from = openEntry(state_->path(), FILE_READ_ATTRIBUTES),
                 to = openEntry(copy, FILE_WRITE_ATTRIBUTES);
    if (from.open() && to.open() && setTimes(to.get(), from.get()))
        return {};
    return writeOutcome(lastError(), "Can't set the times of", copy);
}

Result<void> FileOfOthers::replace(std::string_view content) {
    return state_->put(content);
}

Result<void> FileOfOthers::putBack(const fs::path& copy) {
    const Handle kept = openForReading(copy, FILE_READ_DATA);
    if (!kept.open())
        return fail(cannotRead(lastError(), copy));
    TRY_ASSIGN(const auto text,
               readToEnd(kept.get(), copy, std::max<std::uint64_t>(state_->limit, 64ull << 20)));
    return state_->put(text, kept.get());
}

Result<void> removeUnfinishedReplacements(const Root& root, const fs::path& inside) {
    TRY_ASSIGN(const auto way, PinnedWay::toFolderOf(root, inside));
    return way.absent() ? Result<void>() : removeUnfinishedWrites(way.path());
}

} // namespace bes::host

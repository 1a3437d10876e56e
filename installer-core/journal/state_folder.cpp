// SPDX-License-Identifier: Apache-2.0
#include "journal/state_folder.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <system_error>

#include "host/accounts.hpp"
#include "host/entry.hpp"
#include "host/files.hpp"
#include "host/folder_entries.hpp"
#include "host/others_write.hpp"
#include "host/root.hpp"
#include "model/octal_mode.hpp"
#include "model/places.hpp"
#include "model/system_words.hpp"
#include "model/try.hpp"
#include "text/path_text.hpp"

namespace bes::journal {
namespace {

namespace fs = std::filesystem;

constexpr unsigned folderMode = 0700;
constexpr unsigned fileMode = 0600;

/// What setup makes in the folder, and what SQLite makes beside the journal.
struct OwnName {
    std::string_view name;
    EntryType type;
};
constexpr std::array ownNames{OwnName{"setup.db", EntryType::file},
                              OwnName{"setup.db-journal", EntryType::file}, OwnName{"lock", EntryType::file},
                              OwnName{"kept", EntryType::folder}};

constexpr const char* nothingUsed = "Setup did not use it";

std::string doubtful(const fs::path& folder) {
    return "The state of setup in " + utf8(folder) + " is not trusted";
}

/// Nobody but root could have written what root is going to believe.
Result<void> expectNoOtherWriter(const fs::path& folder, const fs::path& path) {
    return host::expectNoOtherWriter(
        path, host::ownAccounts(),
        {ExitCode::blocked, "state.others-write", doubtful(folder), "", nothingUsed});
}

/// Without the journal setup does not know what is installed: that is not lost without a word.
std::string remedyFor(const fs::path& path) {
    if (path.filename() != "setup.db")
        return "Find out who created it, and remove " + utf8(path) + ". " + nothingUsed;
    return "Find out who created it, move " + utf8(path) + " away and restore the journal from a backup. " +
           nothingUsed;
}

tl::unexpected<Failure> notOwn(const fs::path& folder, const fs::path& path, const std::string& why) {
    return fail(ExitCode::blocked, "state.others-write", doubtful(folder), utf8(path) + why, remedyFor(path));
}

/// Links lead elsewhere, pipes make setup wait, and a file of setup is no folder.
Result<void> expectFileOrFolder(const fs::path& folder, const fs::path& path) {
    const auto found = host::entryAt(path);
    if (!found)
        return notOwn(folder, path, ": " + found.error().why);
    if (!*found)
        return {};
    const auto own = std::ranges::find(ownNames, utf8(path.filename()), &OwnName::name);
    const EntryType type = (*found)->appearance.type;
    const std::string what = " is a " + std::string(toString(type));
    if (own != ownNames.end() && type != own->type)
        return notOwn(folder, path, what + ", but must be a " + std::string(toString(own->type)));
    return (*found)->file() || (*found)->folder() ? Result<void>() : notOwn(folder, path, what);
}

/// Of the folder, which is there; what is in folders below it is theirs who made them 0700.
template<class Do>
Result<void> forEachEntry(const fs::path& folder, Do act) {
    const auto entries = host::entriesIn(folder);
    if (!entries)
        return host::checkReadable(folder);
    for (const host::FolderEntry& entry : *entries)
        TRY(act(entry));
    return {};
}

Result<void> expectOwnEntries(const fs::path& folder) {
    return forEachEntry(folder, [&](const host::FolderEntry& entry) {
        return expectFileOrFolder(folder, entry.path).and_then([&] {
            return expectNoOtherWriter(folder, entry.path);
        });
    });
}

/// Another mode than was wanted: a file system without modes.
Result<void> setMode(const fs::path& path, unsigned mode) {
    TRY_ASSIGN(const auto before, host::status(path));
    if (!before || before->mode == mode)
        return {};
    TRY(host::setMode(path, mode));
    const auto after = host::status(path);
    if (!after || !*after || (*after)->mode == mode)
        return {};
    return fail(ExitCode::failed, "state.folder", "Setup can't protect its state from other accounts",
                utf8(path) + " keeps the mode " + octalMode((*after)->mode),
                "Use a file system that keeps owners and modes");
}

/// Of setup's own: what somebody put beside them is nobody's to see in such a folder, and keeps its mode.
Result<void> setEntryModes(const fs::path& folder) {
    return forEachEntry(folder, [](const host::FolderEntry& entry) {
        if (std::ranges::count(ownNames, utf8(entry.path.filename()), &OwnName::name) == 0)
            return Result<void>();
        return setMode(entry.path, entry.folder ? folderMode : fileMode);
    });
}

/// A link is not followed: what it leads to is not setup's, and would get the mode of setup's folder.
Result<bool> isThere(const fs::path& folder) {
    TRY_ASSIGN(const auto found, host::entryAt(folder));
    if (!found)
        return false;
    if (found->folder())
        return true;
    const std::string type(toString(found->appearance.type));
    return fail(ExitCode::blocked, "state.folder", "Setup can't write its state",
                utf8(folder) + " is a " + type + ", but must be a folder",
                found->link()
                    ? "Replace the link by its target folder. If the folder was moved to save space, mount a "
                      "file system there instead"
                    : "Move it away, then run the same command again");
}

} // namespace

fs::path stateFolder() {
    return places::ownPlaces(host::thisSystem()).state;
}

Result<void> prepareStateFolder(const host::Root& root) {
    const fs::path folder = root(stateFolder());
    TRY_ASSIGN(const auto there, isThere(folder));
    TRY(expectNoOtherWriter(folder, folder));
    if (!there)
        return host::makeFolders(folder, folderMode);
    return expectOwnEntries(folder).and_then([&] { return setMode(folder, folderMode); }).and_then([&] {
        return setEntryModes(folder);
    });
}

Result<void> expectOwnState(const host::Root& root) {
    const fs::path folder = root(stateFolder());
    TRY_ASSIGN(const auto there, isThere(folder));
    TRY(expectNoOtherWriter(folder, folder));
    if (!there)
        return {};
    if (!host::checkReadable(folder))
        return fail(ExitCode::privileges, "state.private", "Setup can't read its state in " + utf8(folder),
                    "only its owner can read it", runAsAdministrator(host::thisSystem()) + ".");
    return expectOwnEntries(folder);
}

} // namespace bes::journal

// SPDX-License-Identifier: Apache-2.0
#include "media/package_tree.hpp"

#include <algorithm>
#include <utility>

#include "host/entry.hpp"
#include "host/files.hpp"
#include "host/folder_entries.hpp"
#include "media/media_failure.hpp"
#include "media/package_rules.hpp"
#include "model/try.hpp"
#include "text/path_text.hpp"

namespace bes::media {
namespace {

namespace fs = std::filesystem;

constexpr unsigned specialBits = 07000;

tl::unexpected<Failure> notPackaged(const fs::path& path, std::string why, std::string remedy) {
    return fail(ExitCode::media, "media.create", "Can't put " + utf8(path) + " into a package",
                std::move(why), std::move(remedy));
}

tl::unexpected<Failure> unreadable(const fs::path& path, std::string why) {
    return fail(cannotCreate("Can't read " + utf8(path), std::move(why),
                             "Make it readable, or remove it from the tree."));
}

/// A device, socket or pipe, of which host::status() is a failure.
bool isSpecial(const fs::path& path) {
    const auto entry = host::entryAt(path);
    return entry && *entry && !(*entry)->file() && !(*entry)->folder() && !(*entry)->link();
}

Result<PackagedFile> look(const fs::path& path, const fs::path& folder, Modes modes) {
    const auto found = host::status(path);
    if (!found && isSpecial(path))
        return notPackaged(path, "it is not a regular file, folder or symbolic link",
                           "Remove it from the tree.");
    if (!found || !*found)
        return unreadable(path, found ? "it is not there any more" : found.error().why);
    const host::FileStatus& status = **found;
    PackagedFile file;
    file.path = utf8(path.lexically_relative(folder));
    file.type = status.type;
    file.mode = modes == Modes::alike ? allowedMode : status.mode & allowedMode;
    switch (status.type) {
    case FileType::regular:
        if (modes == Modes::ofFiles && (status.mode & specialBits) != 0)
            return notPackaged(path, "it has a set-user-ID, set-group-ID or sticky bit",
                               "Remove the bit with chmod.");
        file.size = status.size;
        file.sha256 = std::string(64, '0'); // until its content is read
        break;
    case FileType::folder:
        file.mode |= 0700U;
        break;
    case FileType::symbolicLink:
        file.mode = linkMode;
        file.leadsTo = status.leadsTo;
        break;
    }
    return file;
}

/// Folder by folder, so that the one that can't be read is named.
Result<void> addFolder(const fs::path& opened, const fs::path& folder, Modes modes,
                       std::vector<PackagedFile>& files) {
    const auto entries = host::entriesIn(opened);
    if (!entries)
        return unreadable(opened, entries.error().why);
    for (const host::FolderEntry& entry : *entries) {
        TRY_ASSIGN(auto file, look(entry.path, folder, modes));
        files.push_back(std::move(file));
        if (entry.folder)
            TRY(addFolder(entry.path, folder, modes, files));
    }
    return {};
}

} // namespace

Result<std::vector<PackagedFile>> listTree(const fs::path& folder, Modes modes) {
    std::vector<PackagedFile> files;
    TRY(addFolder(folder, folder, modes, files));
    std::ranges::sort(files, {}, &PackagedFile::path);
    return files;
}

Result<void> expectPackageable(const fs::path& folder, const std::vector<PackagedFile>& files) {
    constexpr std::size_t mostNamed = 20;
    const auto problems = findProblems(files, mostNamed);
    if (problems.empty())
        return {};
    std::string why = "it " + problems.front().why;
    for (std::size_t i = 1; i < problems.size(); ++i)
        why += "\n\"" + problems[i].file + "\" " + problems[i].why;
    return notPackaged(folder / pathOf(problems.front().file), std::move(why),
                       problems.size() == 1 ? "Change it, or remove it from the tree."
                                            : "Change them, or remove them from the tree.");
}

} // namespace bes::media

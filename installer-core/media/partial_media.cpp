// SPDX-License-Identifier: Apache-2.0
#include "media/partial_media.hpp"

#include <algorithm>
#include <utility>

#include "host/entry.hpp"
#include "host/files.hpp"
#include "host/folder_entries.hpp"
#include "media/media_failure.hpp"
#include "model/try.hpp"
#include "text/path_text.hpp"

namespace bes::media {
namespace {

namespace fs = std::filesystem;

constexpr auto lockName = "being-written";
constexpr unsigned folderMode = 0755; // of media, which everybody may read; set, whatever the umask

Result<void> expectOurs(const fs::path& beside, const fs::path& out) {
    TRY_ASSIGN(const auto there, host::entryAt(beside));
    if (!there)
        return {};
    if (there->folder()) {
        TRY_ASSIGN(const auto entries, host::entriesIn(beside));
        if (entries.empty() || std::ranges::count(entries, beside / lockName, &host::FolderEntry::path) > 0)
            return {};
    }
    return fail(cannotCreate("Can't create media in " + utf8(out),
                             utf8(beside) + " exists, and setup did not make it",
                             "Move it away, or choose another folder."));
}

Result<void> removeContents(const fs::path& folder) {
    TRY_ASSIGN(const auto entries, host::entriesIn(folder));
    for (const host::FolderEntry& entry : entries)
        if (entry.path.filename() != lockName)
            TRY(host::removeTree(entry.path));
    return {};
}

} // namespace

PartialMedia::PartialMedia(fs::path path, host::RunLock lock)
    : path_(std::move(path)), lock_(std::move(lock)), underWay_(std::make_unique<host::ChangesUnderWay>()) {
}

PartialMedia::~PartialMedia() {
    if (!underWay_) // moved from, or finished
        return;
    lock_.reset();
    (void)host::removeTree(path_);
}

Result<PartialMedia> PartialMedia::begin(const fs::path& out) {
    fs::path beside = out;
    beside += ".partial";
    TRY(expectOurs(beside, out));
    TRY(host::makeFolder(beside, folderMode));
    TRY_ASSIGN(auto lock, host::RunLock::acquire(beside / lockName));
    PartialMedia partial(std::move(beside), std::move(lock));
    TRY(removeContents(partial.path_));
    return partial;
}

Result<void> PartialMedia::finish(const fs::path& out) {
    lock_.reset(); // Windows renames no folder with an open file in it
    TRY(host::removeEmptyFolder(out));
    TRY(host::rename(path_, out));
    underWay_.reset();
    return {};
}

} // namespace bes::media

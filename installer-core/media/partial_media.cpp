// SPDX-License-Identifier: Apache-2.0
#include "media/partial_media.hpp"

#include <system_error>
#include <utility>

#include "host/files.hpp"
#include "media/media_failure.hpp"
#include "model/try.hpp"
#include "text/path_text.hpp"

namespace bes::media {
namespace {

namespace fs = std::filesystem;

constexpr auto lockName = "being-written";
constexpr unsigned folderMode = 0755; // of media, which everybody may read; set, whatever the umask

Result<void> expectOurs(const fs::path& beside, const fs::path& out) {
    const bool ours = fs::is_directory(fs::symlink_status(beside)) &&
                      (fs::is_empty(beside) || fs::exists(fs::symlink_status(beside / lockName)));
    if (ours || !fs::exists(fs::symlink_status(beside)))
        return {};
    return fail(cannotCreate("Can't create media in " + utf8(out),
                             utf8(beside) + " exists, and setup did not make it",
                             "Move it away, or choose another folder."));
}

void removeContents(const fs::path& folder) {
    for (const fs::directory_entry& entry : fs::directory_iterator(folder))
        if (entry.path().filename() != lockName)
            fs::remove_all(entry.path());
}

} // namespace

PartialMedia::PartialMedia(fs::path path, host::RunLock lock)
    : path_(std::move(path)), lock_(std::move(lock)), underWay_(std::make_unique<host::ChangesUnderWay>()) {
}

PartialMedia::~PartialMedia() {
    if (!underWay_) // moved from, or finished
        return;
    lock_.reset();
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

Result<PartialMedia> PartialMedia::begin(const fs::path& out) {
    fs::path beside = out;
    beside += ".partial";
    TRY(expectOurs(beside, out));
    TRY(host::makeFolder(beside, folderMode));
    TRY_ASSIGN(auto lock, host::RunLock::acquire(beside / lockName));
    PartialMedia partial(std::move(beside), std::move(lock));
    removeContents(partial.path_);
    return partial;
}

void PartialMedia::finish(const fs::path& out) {
    lock_.reset();   // Windows renames no folder with an open file in it
    fs::remove(out); // an empty folder
    fs::rename(path_, out);
    underWay_.reset();
}

} // namespace bes::media

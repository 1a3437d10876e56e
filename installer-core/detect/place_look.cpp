// SPDX-License-Identifier: Apache-2.0
#include "detect/place_look.hpp"

#include <algorithm>

#include "detect/fact_of.hpp"
#include "host/digest.hpp"
#include "host/files.hpp"
#include "host/folder_entries.hpp"
#include "host/others_write.hpp"
#include "model/places.hpp"
#include "text/path_text.hpp"

namespace bes::detect {
namespace {

using Standing = ThingOfOthers::Standing;

/// No unit that people or packages write comes near to these.
constexpr std::uint64_t largestText = 1U << 20U;
constexpr std::size_t mostTexts = 20000;

bool isText(const std::string& name) {
    return std::ranges::all_of(name, [](char c) { return c >= ' ' && c <= '~'; });
}

} // namespace

PlaceLook::PlaceLook(const Request& request, const Receipt* receipt)
    : request_(request), root_(request.root) {
    if (receipt == nullptr)
        return;
    for (const InstalledFile& file : receipt->files)
        (file.type == FileType::folder ? recordedFolders_ : recorded_).insert(file.path);
    for (const std::filesystem::path& folder : receipt->made.folders)
        recordedFolders_.insert(folder);
}

bool PlaceLook::isRecorded(const std::filesystem::path& path) const {
    return recorded_.contains(path) || recordedFolders_.contains(path);
}

/// Below something that is named already: it goes with it.
bool PlaceLook::isCovered(const std::filesystem::path& path) const {
    for (std::filesystem::path at = path; at.has_relative_path(); at = at.parent_path())
        if (named_.contains(at))
            return true;
    return false;
}

std::optional<host::Entry> PlaceLook::entry(const std::filesystem::path& path) {
    auto found = host::entryAt(root_(path));
    if (found)
        return std::move(*found);
    problem_ = reasonOf(found.error());
    return std::nullopt;
}

std::vector<std::filesystem::path> PlaceLook::entriesOf(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> entries;
    const auto found = host::entriesIn(root_.followed(folder));
    if (!found)
        problem_ = utf8(folder) + ": " + found.error().why;
    else
        for (const host::FolderEntry& entry : *found)
            entries.push_back(folder / entry.path.filename());
    return entries;
}

/// Why setup does not put its own into a folder that is there. Empty: it does.
std::string PlaceLook::whyNotOurs(const std::filesystem::path& folder) const {
    std::error_code error;
    const std::filesystem::path real = std::filesystem::canonical(root_(folder), error);
    const auto other = host::otherWriter(real);
    // those above it are not setup's, and not for this to judge
    return other && other->path == real
               ? "other accounts could change what setup puts there: " + describe(*other)
               : std::string();
}

std::string PlaceLook::whyFixed(const std::filesystem::path& path, const host::Entry& entry) {
    if (entry.mountPoint)
        return "a mount point";
    if (!isText(utf8(path.filename())))
        return "its name is not plain text";
    if (std::string frozen = host::whyFrozen(root_(path)); !frozen.empty())
        return frozen;
    const std::filesystem::path folder = places::keptFolderFor(path, request_).parent_path();
    const auto there = this->entry(folder);
    return there && there->mount != entry.mount ? "on another file system than " + utf8(folder)
                                                : std::string();
}

void PlaceLook::take(const std::filesystem::path& path, const host::Entry& entry, Standing standing,
                     const std::string& unit, std::string note) {
    if (isCovered(path))
        return;
    if (standing == Standing::inPlace)
        if (const std::string fixed = whyFixed(path, entry); !fixed.empty()) {
            standing = Standing::fixed;
            note = fixed;
        }
    Appearance seen = entry.appearance;
    if (entry.file() && standing == Standing::inPlace)
        seen.sha256 = host::sha256OfFile(root_(path));
    named_.insert(path);
    found_.push_back({path, standing, seen, host::ownerName(root_, seen.user), unit, std::move(note)});
}

void PlaceLook::add(const std::filesystem::path& path, Standing standing, const std::string& unit,
                    std::string note) {
    if (const auto there = entry(path))
        take(path, *there, standing, unit, std::move(note));
}

void PlaceLook::tell(const std::filesystem::path& path, Standing standing, const std::string& unit,
                     std::string note) {
    const auto there = entry(path);
    if (!there)
        return;
    ThingOfOthers thing{path, standing, there->appearance, {}, unit, std::move(note)};
    thing.owner = host::ownerName(root_, thing.appearance.user);
    if (std::ranges::find(found_, thing) == found_.end())
        found_.push_back(std::move(thing));
}

std::string PlaceLook::text(const std::filesystem::path& path) {
    std::error_code error;
    const std::filesystem::path file = root_.followed(path);
    if (!std::filesystem::is_regular_file(file, error))
        return {};
    if (++read_ > mostTexts) {
        problem_ = utf8(path.parent_path()) + ": there are too many units and rules";
        return {};
    }
    auto content = host::readFile(file, largestText);
    if (content)
        return std::move(*content);
    problem_ = utf8(path) + ": " + reasonOf(content.error());
    return {};
}

void PlaceLook::atFile(const std::filesystem::path& path, const std::string& unit) {
    if (isCovered(path))
        return;
    const auto there = entry(path);
    if (!there || (recorded_.contains(path) && !there->folder()) ||
        (recordedFolders_.contains(path) && there->folder()))
        return;
    const bool masked = !unit.empty() && there->link() && there->appearance.leadsTo == "/dev/null";
    take(path, *there, Standing::inPlace, unit, masked ? "masks the unit" : "");
}

void PlaceLook::atFolder(const std::filesystem::path& path) {
    if (isCovered(path))
        return;
    const auto there = entry(path);
    if (!there || (recordedFolders_.contains(path) && there->folder()) ||
        (recorded_.contains(path) && !there->folder()))
        return;
    if (!there->folder())
        take(path, *there, Standing::inPlace, {}, "a folder must be there");
    else if (std::string frozen = host::whyFrozen(root_(path)); !frozen.empty())
        take(path, *there, Standing::fixed, {}, std::move(frozen));
    else if (std::string why = whyNotOurs(path); !why.empty())
        take(path, *there, Standing::inPlace, {}, std::move(why));
}

void PlaceLook::atChosenFolder(const std::filesystem::path& path) {
    const auto there = entry(path);
    std::error_code error;
    if (there && there->link() && there->appearance.user == 0 &&
        std::filesystem::is_directory(root_(path), error))
        return;
    if (!there || !there->folder())
        return atFolder(path);
    if (std::string why = whyNotOurs(path); !why.empty() && !recordedFolders_.contains(path))
        take(path, *there, Standing::fixed, {}, std::move(why));
}

void PlaceLook::atOwnFile(const std::filesystem::path& path, const std::string& note) {
    const auto folder = entry(path.parent_path());
    const bool free = !folder || folder->folder();
    add(free ? path : path.parent_path(), Standing::fixed, {}, note);
}

void PlaceLook::atHidden(const std::filesystem::path& path) {
    if (!recordedFolders_.contains(path))
        add(path, Standing::inPlace, {}, "setup would delete it");
}

} // namespace bes::detect

// SPDX-License-Identifier: Apache-2.0
#include "host/entry.hpp"

#include "host/windows/opened.hpp"
#include "host/windows/rights.hpp"
#include "host/windows/wide_text.hpp"
#include "text/path_text.hpp"
#include "text/utc.hpp"

namespace bes::host {
namespace {

EntryType typeOf(const EntryInformation& entry) {
    if (entry.link)
        return EntryType::symbolicLink;
    return entry.folder() ? EntryType::folder : EntryType::file;
}

} // namespace

Result<std::optional<Entry>> entryAt(const std::filesystem::path& path) {
    Handle opened = openEntry(path, FILE_READ_ATTRIBUTES | READ_CONTROL);
    if (!opened.open() && lastError() == ERROR_ACCESS_DENIED)
        opened = openEntry(path, FILE_READ_ATTRIBUTES);
    const SystemError error = opened.open() ? 0 : lastError();
    if (isAbsence(error) || error == ERROR_DIRECTORY)
        return std::nullopt;
    const auto found = opened.open() ? informationOf(opened.get()) : std::nullopt;
    if (!found)
        return fail(fileFailure(error != 0 ? error : lastError(), Access::reading,
                                "Can't look at " + utf8(path), path));
    const OwnedRights rights = rightsOf(opened.get(), found->folder());
    Entry entry;
    Appearance& seen = entry.appearance;
    seen.type = typeOf(*found);
    seen.rights = Rights::ofMode(rights.mode);
    seen.user = rights.owner.user;
    seen.group = rights.owner.group;
    seen.size = entry.file() ? found->size : 0;
    seen.changed = utcText(static_cast<std::time_t>(secondsOf(found->changed)));
    if (entry.link())
        seen.leadsTo = targetOf(opened.get());
    entry.mount = found->volume;
    // a drive that is mounted in a folder is a reparse point there, so a link: what setup leaves alone
    entry.mountPoint = withoutPrefix(native(path)) == withoutPrefix(native(path)).root_path();
    return entry;
}

std::string whyFrozen(const std::filesystem::path& /*path*/) {
    return {}; // no attribute here keeps an administrator out
}

std::string ownerName(const Root& /*root*/, std::uint32_t user) {
    const Sid sid = sidOfNumber(user);
    return sid.empty() ? std::to_string(user) : nameOf(sid);
}

} // namespace bes::host

// SPDX-License-Identifier: Apache-2.0
#include "host/ownership.hpp"

#include "host/windows/folder_names.hpp"
#include "host/windows/opened.hpp"
#include "host/windows/rights.hpp"
#include "host/windows/wide_text.hpp"
#include "text/path_text.hpp"

namespace bes::host {
namespace {

namespace fs = std::filesystem;

SystemError collect(const fs::path& folder, const fs::path& relative, std::uint32_t user,
                    std::vector<OwnedEntry>& found) {
    const fs::path path = relative == "." ? folder : folder / relative;
    const Handle opened = openEntry(path, READ_CONTROL | FILE_READ_ATTRIBUTES, Sharing::pinned);
    const auto entry = opened.open() ? informationOf(opened.get()) : std::nullopt;
    if (!entry)
        return isAbsence(lastError()) ? 0 : lastError();
    const AccountIds ids = rightsOf(opened.get(), entry->folder()).owner;
    if (ids.user == user && (entry->folder() || entry->names == 1))
        found.push_back({relative, ids});
    if (!entry->folder() || entry->link)
        return 0;
    std::vector<FolderName> names;
    if (const SystemError error = namesIn(path, names); error != 0)
        return error;
    for (const FolderName& name : names)
        if (const SystemError error =
                collect(folder, relative == "." ? name.name : relative / name.name, user, found);
            error != 0)
            return error;
    return 0;
}

} // namespace

Result<std::vector<OwnedEntry>> ownedBelow(const fs::path& folder, std::uint32_t user) {
    std::vector<OwnedEntry> found;
    if (const SystemError error = collect(folder, ".", user, found); error != 0)
        return fail(fileFailure(error, Access::reading, "Can't look at " + utf8(folder), folder));
    return found;
}

Result<void> handOver(const fs::path& folder, const fs::path& entry, std::uint32_t from,
                      const AccountIds& to) {
    const fs::path path = entry == "." ? folder : folder / entry;
    const Handle opened =
        openEntry(path, READ_CONTROL | FILE_READ_ATTRIBUTES | WRITE_DAC | WRITE_OWNER, Sharing::pinned);
    const auto found = opened.open() ? informationOf(opened.get()) : std::nullopt;
    if (!found)
        return writeOutcome(isAbsence(lastError()) ? 0 : lastError(), "Can't change the owner of", path);
    const OwnedRights rights = rightsOf(opened.get(), found->folder());
    if (rights.owner.user != from || found->link || (!found->folder() && found->names != 1))
        return {};
    return writeOutcome(setRights(opened.get(), found->folder(), rights.mode, to),
                        "Can't change the owner of", path);
}

} // namespace bes::host

// SPDX-License-Identifier: Apache-2.0
#include "host/safe_path.hpp"

#include <stdexcept>

#include "host/files.hpp"
#include "host/windows/folder_names.hpp"
#include "host/windows/pinned_way.hpp"
#include "host/windows/rights.hpp"
#include "host/windows/wide_text.hpp"
#include "model/try.hpp"
#include "text/path_text.hpp"

namespace bes::host {

Result<void> removeTree(const Root& root, const std::filesystem::path& inside) {
    if (inside.lexically_normal().relative_path().empty())
        throw std::logic_error("removeTree() of a whole file system");
    TRY_ASSIGN(const auto way, PinnedWay::toFolderOf(root, inside));
    if (way.absent())
        return {};
    return writeOutcome(removeWhole(way.path()), "Can't remove the folder", way.path());
}

Result<void> makeFolder(const Root& root, const std::filesystem::path& inside, unsigned mode) {
    TRY_ASSIGN(const auto way, PinnedWay::toFolderOf(root, inside));
    return makeFolder(way.path(), mode);
}

Result<void> setRights(const Root& root, const std::filesystem::path& inside, unsigned mode,
                       std::optional<AccountIds> owner) {
    TRY_ASSIGN(const auto way, PinnedWay::toFolderOf(root, inside));
    const Handle opened = openEntry(way.path(), READ_CONTROL | WRITE_DAC | FILE_READ_ATTRIBUTES |
                                                    (owner ? DWORD{WRITE_OWNER} : DWORD{0}));
    const auto entry = opened.open() ? informationOf(opened.get()) : std::nullopt;
    if (!entry)
        return writeOutcome(lastError(), "Can't change owner and permissions of", way.path());
    if (!entry->folder() && entry->names != 1)
        return unsafeFile(
            way.path(),
            "The file has " + std::to_string(entry->names) +
                " names, so the owner and permissions of another file would change too",
            "Find its other names (fsutil hardlink list), put a copy in its place, then run setup again");
    if (entry->link)
        return {};
    return writeOutcome(setRights(opened.get(), entry->folder(), mode, owner),
                        "Can't change owner and permissions of", way.path());
}

} // namespace bes::host

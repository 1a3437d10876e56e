// SPDX-License-Identifier: Apache-2.0
#include "host/folder_entries.hpp"

#include "host/reached.hpp"
#include "model/try.hpp"

namespace bes::host {
namespace {

Result<void> addBelow(const std::filesystem::path& folder, std::vector<FolderEntry>& found) {
    TRY_ASSIGN(const auto entries, entriesIn(folder));
    for (const FolderEntry& entry : entries) {
        found.push_back(entry);
        if (entry.folder)
            TRY(addBelow(entry.path, found));
    }
    return {};
}

} // namespace

Result<std::vector<FolderEntry>> entriesBelow(const std::filesystem::path& folder) {
    std::vector<FolderEntry> found;
    TRY(addBelow(folder, found));
    return found;
}

bool leadsToFolder(const std::filesystem::path& path) {
    const auto found = reached(path);
    return found && *found && (*found)->folder;
}

} // namespace bes::host

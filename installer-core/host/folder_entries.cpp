// SPDX-License-Identifier: Apache-2.0
#include "host/folder_entries.hpp"

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

} // namespace bes::host

// SPDX-License-Identifier: Apache-2.0
#include "host/folder_entries.hpp"

#include <algorithm>

#include <windows.h>

#include "host/windows/folder_names.hpp"
#include "text/path_text.hpp"

namespace bes::host {

Result<std::vector<FolderEntry>> entriesIn(const std::filesystem::path& folder) {
    std::vector<FolderName> names;
    const SystemError error = namesIn(folder, names);
    if (error != 0 && error != ERROR_DIRECTORY && !isAbsence(error))
        return fail(fileFailure(error, Access::reading, "Can't read " + utf8(folder), folder));
    std::vector<FolderEntry> found;
    found.reserve(names.size());
    for (const FolderName& name : names)
        found.push_back({folder / name.name, name.folder && !name.link});
    std::ranges::sort(found, {}, &FolderEntry::path);
    return found;
}

} // namespace bes::host

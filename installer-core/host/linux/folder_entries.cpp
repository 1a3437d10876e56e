// SPDX-License-Identifier: Apache-2.0
#include "host/folder_entries.hpp"

#include <algorithm>

#include "host/linux/system_failure.hpp"
#include "text/path_text.hpp"

namespace bes::host {

Result<std::vector<FolderEntry>> entriesIn(const std::filesystem::path& folder) {
    std::vector<FolderEntry> found;
    std::error_code error;
    std::filesystem::directory_iterator entry(folder, error);
    for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
        std::error_code gone; // meanwhile
        const auto type = entry->symlink_status(gone).type();
        found.push_back({entry->path(), type == std::filesystem::file_type::directory});
    }
    if (error && error != std::errc::no_such_file_or_directory && error != std::errc::not_a_directory)
        return fail(fileFailure(error.value(), Access::reading, "Can't read " + utf8(folder), folder));
    std::ranges::sort(found, {}, &FolderEntry::path);
    return found;
}

} // namespace bes::host

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "model/failure.hpp"

namespace bes::host {

// Not std::filesystem's iterators: on Windows they take no path of more than 259 characters, and may list
// another folder instead.

struct FolderEntry {
    std::filesystem::path path; ///< the folder's path, and the name
    bool folder = false;        ///< a link to a folder is none
};

/// What is in a folder, sorted. Follows the path if it is a link to a folder. Empty where there is no such
/// folder. Failure file.read.
[[nodiscard]] Result<std::vector<FolderEntry>> entriesIn(const std::filesystem::path& folder);

/// All that is in it and below, each folder before what is in it. Links are not followed.
[[nodiscard]] Result<std::vector<FolderEntry>> entriesBelow(const std::filesystem::path& folder);

} // namespace bes::host

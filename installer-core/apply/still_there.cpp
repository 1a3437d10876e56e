// SPDX-License-Identifier: Apache-2.0
#include "apply/still_there.hpp"

#include "host/files.hpp"
#include "host/reached.hpp"

namespace bes::apply {
namespace {

Result<bool> isThere(const std::filesystem::path& path, bool folder) {
    if (!mayHoldFiles(path.parent_path()))
        return false;
    return host::status(path).map(
        [&](const auto& found) { return found && (found->type == FileType::folder) == folder; });
}

} // namespace

Result<bool> isFileThere(const std::filesystem::path& path) {
    return isThere(path, false);
}

bool mayHoldFiles(const std::filesystem::path& path) {
    const auto found = host::reached(path);
    return !found || (*found && (*found)->folder);
}

Result<bool> isFolderThere(const std::filesystem::path& path) {
    return isThere(path, true);
}

} // namespace bes::apply

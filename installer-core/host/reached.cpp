// SPDX-License-Identifier: Apache-2.0
#include "host/reached.hpp"

#include <system_error>

#include "host/system_reason.hpp"

namespace bes::host {

bool leadsToFolder(const std::filesystem::path& path) {
    const auto found = reached(path);
    return found && *found && (*found)->folder;
}

std::string whyNotReached(const Result<std::optional<Reached>>& found) {
    return found ? systemReason(std::make_error_code(std::errc::no_such_file_or_directory))
                 : found.error().why;
}

} // namespace bes::host

// SPDX-License-Identifier: Apache-2.0
#include "host/linux/nearest_existing.hpp"

#include <system_error>

namespace bes::host {

std::filesystem::path nearestExisting(const std::filesystem::path& path) {
    std::error_code ignored;
    std::filesystem::path candidate = std::filesystem::absolute(path, ignored).lexically_normal();
    while (!std::filesystem::exists(candidate, ignored) && candidate.has_relative_path())
        candidate = candidate.parent_path();
    return candidate;
}

} // namespace bes::host

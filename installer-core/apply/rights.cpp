// SPDX-License-Identifier: Apache-2.0
#include "apply/rights.hpp"

#include <sstream>
#include <stdexcept>

#include <fmt/format.h>

#include "host/safe_path.hpp"

namespace bes::apply {

std::string rightsOf(const host::FileStatus& file) {
    return fmt::format("{:o} {} {}", file.mode, file.user, file.group);
}

Result<void> setRights(const host::Root& root, const std::filesystem::path& path, const std::string& rights) {
    std::istringstream text(rights);
    unsigned mode = 0;
    std::uint32_t user = 0;
    std::uint32_t group = 0;
    text >> std::oct >> mode >> std::dec >> user >> group;
    if (!text)
        throw std::logic_error("rights in the journal: " + rights);
    return host::setRights(root, path, mode, host::AccountIds{user, group});
}

} // namespace bes::apply

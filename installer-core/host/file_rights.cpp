// SPDX-License-Identifier: Apache-2.0
#include "host/file_rights.hpp"

#include <sstream>
#include <stdexcept>

#include <fmt/format.h>

#include "host/safe_path.hpp"

namespace bes::host {

unsigned modeOf(const Rights& rights) {
    return modeFromOctal(rights.text());
}

Rights rightsOf(const FileStatus& file) {
    return Rights::ofMode(file.mode);
}

bool hasRights(const FileStatus& file, const Rights& rights) {
    const bool byName = thisSystem() == System::windows && file.type == FileType::regular;
    constexpr unsigned run = 0111;
    return (file.mode & ~(byName ? run : 0U)) == (modeOf(rights) & ~(byName ? run : 0U));
}

bool belongsToAdministrators(const FileStatus& file) {
    return file.user == 0 && file.group == 0;
}

std::string ownerText(const FileStatus& file) {
    return std::to_string(file.user) + ":" + std::to_string(file.group);
}

Result<void> setRightsAsInstalled(const Root& root, const std::filesystem::path& inside,
                                  const Rights& rights) {
    const auto owner = isAdministrator() ? std::optional(AccountIds{0, 0}) : std::nullopt;
    return setRights(root, inside, modeOf(rights), owner);
}

std::string capturedRights(const FileStatus& file) {
    return fmt::format("{:o} {} {}", file.mode, file.user, file.group);
}

Result<void> restoreRights(const Root& root, const std::filesystem::path& inside,
                           const std::string& captured) {
    std::istringstream text(captured);
    unsigned mode = 0;
    AccountIds owner;
    text >> std::oct >> mode >> std::dec >> owner.user >> owner.group;
    if (!text)
        throw std::logic_error("rights in the journal: " + captured);
    return setRights(root, inside, mode, owner);
}

bool mayWriteIn(const Appearance& folder, const AccountIds& account) {
    const unsigned mode = modeOf(folder.rights);
    const auto both = [&](unsigned shift) { return ((mode >> shift) & 3U) == 3U; };
    return folder.user == account.user ? both(6) : folder.group == account.group ? both(3) : both(0);
}

} // namespace bes::host

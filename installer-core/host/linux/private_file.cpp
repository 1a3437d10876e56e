// SPDX-License-Identifier: Apache-2.0
#include "host/private_file.hpp"

#include "text/path_text.hpp"
#include "text/shell_words.hpp"

namespace bes::host {

bool isPrivate(const std::filesystem::path& file) {
    using std::filesystem::perms;
    std::error_code error;
    const auto status = std::filesystem::status(file, error);
    return !error && (status.permissions() & (perms::group_all | perms::others_all)) == perms::none;
}

std::string commandForPrivacy(const std::filesystem::path& file) {
    return "chmod 600 " + wordForPosix(utf8(file));
}

} // namespace bes::host

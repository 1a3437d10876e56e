// SPDX-License-Identifier: Apache-2.0
#include "host/linux/extended_attributes.hpp"

#include <sys/xattr.h>

#include <algorithm>
#include <cerrno>
#include <string>
#include <string_view>
#include <vector>

namespace bes::host {
namespace {

constexpr auto accessList = "system.posix_acl_access";
constexpr std::string_view ownersOwn = "user.";

std::vector<std::string> namesOf(int file) {
    const ssize_t size = ::flistxattr(file, nullptr, 0);
    if (size <= 0)
        return {};
    std::string list(static_cast<std::size_t>(size), '\0');
    const ssize_t got = ::flistxattr(file, list.data(), list.size());
    std::vector<std::string> names;
    for (std::size_t at = 0; got > 0 && at < static_cast<std::size_t>(got); at += names.back().size() + 1)
        names.emplace_back(list.c_str() + at);
    return names;
}

/// An errno.
int copy(int from, int to, const std::string& name) {
    const ssize_t size = ::fgetxattr(from, name.c_str(), nullptr, 0);
    std::string value(static_cast<std::size_t>(std::max<ssize_t>(size, 0)), '\0');
    const ssize_t got = size < 0 ? -1 : ::fgetxattr(from, name.c_str(), value.data(), value.size());
    if (got < 0)
        return errno == ENODATA ? 0 : errno;
    return ::fsetxattr(to, name.c_str(), value.data(), static_cast<std::size_t>(got), 0) == 0 ? 0 : errno;
}

} // namespace

int copyOwnersAttributes(int from, int to) {
    bool hasList = false;
    for (const std::string& name : namesOf(from)) {
        if (name != accessList && !name.starts_with(ownersOwn))
            continue;
        hasList = hasList || name == accessList;
        if (const int error = copy(from, to, name); error != 0)
            return error;
    }
    if (!hasList && ::fremovexattr(to, accessList) != 0 && errno != ENODATA && errno != EOPNOTSUPP)
        return errno;
    return 0;
}

} // namespace bes::host

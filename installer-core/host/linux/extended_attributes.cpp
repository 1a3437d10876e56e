#include "host/linux/extended_attributes.hpp"

#include <sys/xattr.h>

#include <string>
#include <vector>

namespace bes::host {
namespace {

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

} // namespace

void copyExtendedAttributes(int from, int to) {
    for (const std::string& name : namesOf(from)) {
        const ssize_t size = ::fgetxattr(from, name.c_str(), nullptr, 0);
        if (size < 0)
            continue;
        std::string value(static_cast<std::size_t>(size), '\0');
        const ssize_t got = ::fgetxattr(from, name.c_str(), value.data(), value.size());
        if (got >= 0)
            ::fsetxattr(to, name.c_str(), value.data(), static_cast<std::size_t>(got), 0);
    }
}

} // namespace bes::host

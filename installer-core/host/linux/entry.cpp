// SPDX-License-Identifier: Apache-2.0
#include "host/entry.hpp"

#include <fcntl.h>
#include <pwd.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <sstream>

#include "host/files.hpp"
#include "host/linux/mounts.hpp"
#include "host/linux/system_failure.hpp"
#include "text/path_text.hpp"
#include "text/utc.hpp"

namespace bes::host {
namespace {

EntryType typeOf(unsigned mode) {
    switch (mode & S_IFMT) {
    case S_IFREG:
        return EntryType::file;
    case S_IFDIR:
        return EntryType::folder;
    case S_IFLNK:
        return EntryType::symbolicLink;
    case S_IFSOCK:
        return EntryType::socket;
    case S_IFIFO:
        return EntryType::pipe;
    default:
        return EntryType::device;
    }
}

/// For people, and for documents that take no other bytes.
std::string shown(std::string text) {
    std::ranges::replace_if(
        text, [](char c) { return c < ' ' || c > '~'; }, '?');
    return text;
}

std::string nameInFile(const std::filesystem::path& accounts, const std::string& number) {
    const auto content = readFile(accounts);
    std::istringstream lines(content ? *content : std::string());
    for (std::string line; std::getline(lines, line);) {
        std::istringstream fields(line);
        std::string name;
        std::string password;
        std::string id;
        if (std::getline(fields, name, ':') && std::getline(fields, password, ':') &&
            std::getline(fields, id, ':') && id == number)
            return name;
    }
    return number;
}

} // namespace

Result<std::optional<Entry>> entryAt(const std::filesystem::path& path) {
    struct statx found {};
    constexpr unsigned wanted = STATX_BASIC_STATS | STATX_MNT_ID;
    if (::statx(AT_FDCWD, path.c_str(), AT_SYMLINK_NOFOLLOW | AT_NO_AUTOMOUNT, wanted, &found) != 0) {
        const int error = errno;
        if (error == ENOENT || error == ENOTDIR)
            return std::nullopt;
        return fail(fileFailure(error, Access::reading, "Can't look at " + utf8(path), path));
    }
    Entry entry;
    Appearance& seen = entry.appearance;
    seen.type = typeOf(found.stx_mode);
    seen.rights = Rights::ofMode(found.stx_mode & 07777U);
    seen.user = found.stx_uid;
    seen.group = found.stx_gid;
    seen.size = entry.file() ? found.stx_size : 0;
    seen.changed = utcText(found.stx_mtime.tv_sec);
    entry.mount = mountNumber(found);
    entry.mountPoint = (found.stx_attributes & STATX_ATTR_MOUNT_ROOT) != 0;
    std::error_code ignored;
    if (entry.link())
        seen.leadsTo = shown(utf8(std::filesystem::read_symlink(path, ignored)));
    return entry;
}

std::string ownerName(const Root& root, std::uint32_t user) {
    std::string number = std::to_string(user);
    if (!root.isRunningSystem())
        return nameInFile(root("/etc/passwd"), number);
    std::array<char, 16384> buffer{};
    passwd entry{};
    passwd* found = nullptr;
    ::getpwuid_r(user, &entry, buffer.data(), buffer.size(), &found);
    return found != nullptr ? found->pw_name : number;
}

} // namespace bes::host

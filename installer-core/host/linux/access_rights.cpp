// SPDX-License-Identifier: Apache-2.0
#include "host/linux/access_rights.hpp"

#include <grp.h>
#include <pwd.h>
#include <sys/statfs.h>
#include <sys/sysmacros.h>
#include <sys/xattr.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <sstream>
#include <string_view>
#include <utility>
#include <vector>

#include "host/files.hpp"
#include "host/own_process.hpp"

namespace bes::host {
namespace {

/// An entry of system.posix_acl_access (linux/posix_acl_xattr.h): little-endian tag, permissions, number.
struct AccessEntry {
    enum Tag : unsigned { user = 0x02, group = 0x08, mask = 0x10 };
    unsigned tag = 0;
    unsigned permissions = 0;
    std::uint32_t number = 0;
};

constexpr unsigned writing = 2;
/// Accounts that own nothing: what they may do everybody may.
constexpr std::uint32_t nobody = 65534;

std::uint32_t littleEndian(std::string_view bytes) {
    std::uint32_t value = 0;
    for (std::size_t i = bytes.size(); i-- > 0;)
        value = value << 8U | static_cast<unsigned char>(bytes[i]);
    return value;
}

/// Empty where there is none: then the mode says it all.
std::vector<AccessEntry> accessList(const std::filesystem::path& path) {
    constexpr std::size_t headerSize = 4, entrySize = 8;
    std::array<char, 64 * 1024> buffer; // NOLINT: filled by the next call; the largest that Linux has
    const ssize_t size = ::getxattr(path.c_str(), "system.posix_acl_access", buffer.data(), buffer.size());
    std::vector<AccessEntry> entries;
    if (size < static_cast<ssize_t>(headerSize))
        return entries;
    const std::string_view bytes(buffer.data(), static_cast<std::size_t>(size));
    for (std::size_t at = headerSize; at + entrySize <= bytes.size(); at += entrySize)
        entries.push_back({littleEndian(bytes.substr(at, 2)), littleEndian(bytes.substr(at + 2, 2)),
                           littleEndian(bytes.substr(at + 4, 4))});
    return entries;
}

std::optional<std::uint32_t> userNumber(const char* name) {
    std::array<char, 16 * 1024> buffer{};
    passwd entry{};
    passwd* found = nullptr;
    ::getpwnam_r(name, &entry, buffer.data(), buffer.size(), &found);
    return found == nullptr ? std::nullopt : std::optional<std::uint32_t>(entry.pw_uid);
}

/// With the group that it has from the login on.
AccountIds rightsOfAccount(std::uint32_t user) {
    std::array<char, 16 * 1024> buffer{};
    passwd entry{};
    passwd* found = nullptr;
    ::getpwuid_r(user, &entry, buffer.data(), buffer.size(), &found);
    return {user, found == nullptr ? nobody : found->pw_gid};
}

/// Those whose group it is from the login on do not stand in its list of members.
bool isLoginGroupOfOthers(gid_t group, const Accounts& trusted) {
    bool others = false;
    ::setpwent();
    while (const passwd* account = ::getpwent()) // NOLINT(concurrency-mt-unsafe): there is no other way
        others = others || (account->pw_gid == group && !trusted.contains(account->pw_uid));
    ::endpwent();
    return others;
}

bool isTrustedGroup(gid_t number, const Accounts& trusted) {
    std::vector<char> buffer(std::size_t{1} << 20U);
    group entry{};
    group* found = nullptr;
    ::getgrgid_r(number, &entry, buffer.data(), buffer.size(), &found);
    if (found == nullptr) // who is in it can't be told
        return false;
    for (char** member = entry.gr_mem; *member != nullptr; ++member)
        if (const auto user = userNumber(*member); user && !trusted.contains(*user))
            return false;
    return !isLoginGroupOfOthers(number, trusted);
}

/// Users and groups that are named; the mask, which the mode shows as the group's bits, limits them all.
std::optional<Permitted> namedWriter(const std::vector<AccessEntry>& list, const Accounts& trusted) {
    for (const AccessEntry& entry : list)
        if (entry.tag == AccessEntry::mask && (entry.permissions & writing) == 0)
            return std::nullopt;
    for (const AccessEntry& entry : list) {
        if ((entry.permissions & writing) == 0)
            continue;
        if (entry.tag == AccessEntry::user && !trusted.contains(entry.number))
            return Permitted{.who = accountName(entry.number),
                             .byAccessList = true,
                             .rights = rightsOfAccount(entry.number)};
        if (entry.tag == AccessEntry::group && !isTrustedGroup(entry.number, trusted))
            return Permitted{.who = "group " + groupName(entry.number),
                             .byAccessList = true,
                             .rights = {nobody, entry.number}};
    }
    return std::nullopt;
}

/// With an access list the group's own entry counts, not the mode.
bool groupMayWrite(const struct stat& entry, const std::vector<AccessEntry>& list) {
    constexpr unsigned owningGroup = 0x04;
    return (entry.st_mode & S_IWGRP) != 0 && std::ranges::none_of(list, [](const AccessEntry& each) {
               return each.tag == owningGroup && (each.permissions & writing) == 0;
           });
}

/// f_type of statfs(2). Their owners and modes are made up by the mount, or decided elsewhere.
constexpr std::array<std::pair<std::uint32_t, std::string_view>, 11> unguarded{{
    {0x01021997, "9p"},
    {0x00004d44, "vfat"},
    {0x2011bab0, "exfat"},
    {0x5346544e, "ntfs"},
    {0x7366746e, "ntfs3"},
    {0xff534d42, "cifs"},
    {0xfe534d42, "smb2"},
    {0x0000517b, "smb"},
    {0x786f4256, "vboxsf"},
    {0xbacbacbc, "vmhgfs"},
    {0x6b414653, "afs"},
}};
constexpr std::uint32_t fuse = 0x65735546;

struct Mounted {
    std::string type;
    std::vector<std::string> options; ///< of the file system
};

std::vector<std::string> wordsOf(const std::string& text, char separator) {
    std::vector<std::string> words;
    std::istringstream stream(text);
    for (std::string word; std::getline(stream, word, separator);)
        words.push_back(word);
    return words;
}

/// From /proc/self/mountinfo: "36 35 98:0 / /mnt rw master:1 - fuse.sshfs joe@host:/ rw,user_id=1000".
Mounted mountOf(const struct stat& entry) {
    const std::string device =
        std::to_string(major(entry.st_dev)) + ":" + std::to_string(minor(entry.st_dev));
    const auto table = readFile("/proc/self/mountinfo");
    for (const std::string& line : wordsOf(table ? *table : "", '\n')) {
        const auto words = wordsOf(line, ' ');
        const auto dash = std::ranges::find(words, "-");
        if (words.size() > 2 && words[2] == device && words.end() - dash > 3)
            return {dash[1], wordsOf(dash[3], ',')};
    }
    return {};
}

/// What a FUSE file system tells is the word of the account that runs it.
UnguardedFileSystem lookAtFuse(const struct stat& entry, const Accounts& trusted) {
    const Mounted mounted = mountOf(entry);
    if (mounted.type == "virtiofs") // of the host, as a disk is
        return {};
    constexpr std::string_view owner = "user_id=";
    for (const std::string& option : mounted.options)
        if (option.starts_with(owner)) {
            std::uint32_t user = 0;
            std::from_chars(option.data() + owner.size(), option.data() + option.size(), user);
            if (!trusted.contains(user))
                return {"it is on a FUSE file system that " + accountName(user) + " runs", accountName(user),
                        AccountIds{user, user}};
        }
    if (std::ranges::find(mounted.options, "default_permissions") == mounted.options.end())
        return {"it is on a FUSE file system (" + mounted.type +
                    ") that does not let the system decide who can write",
                {},
                {}};
    return {};
}

/// In a user namespace, as containers have: accounts outside of it all look the same.
bool isOutsideOfNamespace(std::uint32_t user) {
    const auto overflow = readFile("/proc/sys/kernel/overflowuid");
    const auto map = readFile("/proc/self/uid_map");
    if (!overflow || !map || std::to_string(user) + "\n" != *overflow)
        return false;
    std::istringstream lines(*map);
    for (std::uint64_t first = 0, outside = 0, count = 0; lines >> first >> outside >> count;)
        if (user >= first && user - first < count)
            return false;
    return true;
}

} // namespace

std::string groupName(gid_t number) {
    std::vector<char> buffer(std::size_t{1} << 20U);
    group entry{};
    group* found = nullptr;
    ::getgrgid_r(number, &entry, buffer.data(), buffer.size(), &found);
    return found == nullptr ? std::to_string(number) : entry.gr_name;
}

std::optional<Permitted> untrustedWriter(const std::filesystem::path& path, const struct stat& entry,
                                         const Accounts& trusted) {
    if (!trusted.contains(entry.st_uid))
        return Permitted{
            .who = accountName(entry.st_uid), .owns = true, .rights = rightsOfAccount(entry.st_uid)};
    if ((entry.st_mode & S_IWOTH) != 0)
        return Permitted{.who = "everybody", .rights = {nobody, nobody}};
    if ((entry.st_mode & S_IWGRP) == 0) // nobody who is named in a list either
        return std::nullopt;
    const auto list = accessList(path);
    if (groupMayWrite(entry, list) && !isTrustedGroup(entry.st_gid, trusted))
        return Permitted{.who = "group " + groupName(entry.st_gid), .rights = {nobody, entry.st_gid}};
    return namedWriter(list, trusted);
}

UnguardedFileSystem unguardedFileSystem(const std::filesystem::path& path, const struct stat& entry,
                                        const Accounts& trusted) {
    struct statfs system {};
    if (::statfs(path.c_str(), &system) != 0)
        return {};
    const auto type = static_cast<std::uint32_t>(system.f_type);
    if (type == fuse)
        return lookAtFuse(entry, trusted);
    for (const auto& [number, name] : unguarded)
        if (type == number)
            return {"it is on a file system of type " + std::string(name) + ", which does not keep owners",
                    {},
                    {}};
    if (isOutsideOfNamespace(entry.st_uid))
        return {"it belongs to an account outside this container", {}, {}};
    return {};
}

} // namespace bes::host

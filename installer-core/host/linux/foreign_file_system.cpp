// SPDX-License-Identifier: Apache-2.0
#include "host/linux/foreign_file_system.hpp"

#include <sys/statfs.h>
#include <sys/sysmacros.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <sstream>
#include <utility>
#include <vector>

#include "host/files.hpp"
#include "host/own_process.hpp"

namespace bes::host {
namespace {

/// f_type of statfs(2). Their owners and modes are made up by the mount, or decided elsewhere.
constexpr std::array<std::pair<std::uint32_t, std::string_view>, 11> foreign{{
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
ForeignFileSystem lookAtFuse(const struct stat& entry, const Accounts& trusted) {
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

ForeignFileSystem foreignFileSystem(const std::filesystem::path& path, const struct stat& entry,
                                    const Accounts& trusted) {
    struct statfs system {};
    if (::statfs(path.c_str(), &system) != 0)
        return {};
    const auto type = static_cast<std::uint32_t>(system.f_type);
    if (type == fuse)
        return lookAtFuse(entry, trusted);
    for (const auto& [number, name] : foreign)
        if (type == number)
            return {"it is on a file system of type " + std::string(name) + ", which does not keep owners",
                    {},
                    {}};
    if (isOutsideOfNamespace(entry.st_uid))
        return {"it belongs to an account outside this container", {}, {}};
    return {};
}

} // namespace bes::host

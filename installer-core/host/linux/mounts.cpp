// SPDX-License-Identifier: Apache-2.0
#include "host/linux/mounts.hpp"

#include <sys/sysmacros.h>

#include <sstream>

#include "host/files.hpp"

namespace bes::host {
namespace {

bool isOctalDigit(char character) {
    return character >= '0' && character <= '7';
}

/// Blanks and backslashes are written as three octal digits.
std::string decoded(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 3 < text.size() && isOctalDigit(text[i + 1]) &&
            isOctalDigit(text[i + 2]) && isOctalDigit(text[i + 3])) {
            plain +=
                static_cast<char>((text[i + 1] - '0') * 64 + (text[i + 2] - '0') * 8 + (text[i + 3] - '0'));
            i += 3;
        } else {
            plain += text[i];
        }
    }
    return plain;
}

std::vector<Mount> parseMounts(const std::string& mountInfo) {
    std::vector<Mount> mounts;
    std::istringstream lines(mountInfo);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        Mount mount;
        std::string parent, folder, point, word;
        if (!(words >> mount.id >> parent >> mount.device >> folder >> point))
            continue;
        mount.point = decoded(point);
        while (words >> word && word != "-") { // options of the mount, and any number of tags
        }
        words >> mount.fileSystem;
        mounts.push_back(std::move(mount));
    }
    return mounts;
}

} // namespace

Result<std::vector<Mount>> mounts() {
    return readFile("/proc/self/mountinfo").map(parseMounts);
}

std::uint64_t mountNumber(const struct statx& entry) {
    return (entry.stx_mask & STATX_MNT_ID) != 0 ? entry.stx_mnt_id
                                                : ::makedev(entry.stx_dev_major, entry.stx_dev_minor);
}

const Mount* mountOf(const struct statx& entry, const std::vector<Mount>& mounts) {
    if ((entry.stx_mask & STATX_MNT_ID) != 0)
        for (const Mount& mount : mounts)
            if (mount.id == entry.stx_mnt_id)
                return &mount;
    return nullptr;
}

// The mount's id is exact; a kernel that has none (before 5.8) tells the file's device, which is the same
// except on btrfs.
std::string deviceOf(const struct statx& entry, const std::vector<Mount>& mounts) {
    if (const Mount* mount = mountOf(entry, mounts))
        return mount->device;
    return std::to_string(entry.stx_dev_major) + ":" + std::to_string(entry.stx_dev_minor);
}

std::string mountPoint(const std::string& device, const std::vector<Mount>& mounts) {
    const Mount* nearest = nullptr;
    for (const Mount& mount : mounts)
        if (mount.device == device && (nearest == nullptr || mount.point.size() < nearest->point.size()))
            nearest = &mount;
    return nearest == nullptr ? "/" : nearest->point; // none: above a chroot
}

} // namespace bes::host

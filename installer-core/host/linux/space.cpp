#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>

#include <cerrno>
#include <sstream>
#include <vector>

#include "host/files.hpp"
#include "host/linux/nearest_existing.hpp"
#include "host/linux/system_failure.hpp"

namespace bes::host {
namespace {

/// A line of /proc/self/mountinfo.
struct Mount {
    std::uint64_t id = 0;
    std::string device; ///< "major:minor"; one for all mounts of a file system
    std::string point;
};

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
        std::string parent, folder, point;
        if (words >> mount.id >> parent >> mount.device >> folder >> point) {
            mount.point = decoded(point);
            mounts.push_back(std::move(mount));
        }
    }
    return mounts;
}

/// The device of the file system as its mounts name it. The mount's id is exact; a kernel that has none
/// (before 5.8) tells the file's device, which is the same except on btrfs.
std::string deviceOf(const struct statx& entry, const std::vector<Mount>& mounts) {
    if ((entry.stx_mask & STATX_MNT_ID) != 0)
        for (const Mount& mount : mounts)
            if (mount.id == entry.stx_mnt_id)
                return mount.device;
    return std::to_string(entry.stx_dev_major) + ":" + std::to_string(entry.stx_dev_minor);
}

/// Where a file system is mounted; of several places the one nearest to "/".
std::string mountPoint(const std::string& device, const std::vector<Mount>& mounts) {
    const Mount* nearest = nullptr;
    for (const Mount& mount : mounts)
        if (mount.device == device && (nearest == nullptr || mount.point.size() < nearest->point.size()))
            nearest = &mount;
    return nearest == nullptr ? "/" : nearest->point; // none: above a chroot
}

} // namespace

Result<FileSystemSpace> space(const std::filesystem::path& path) {
    const std::filesystem::path nearest = nearestExisting(path);
    const std::string what = "Can't find out the free space for " + path.string();
    struct statvfs fileSystem {};
    struct statx entry {};
    if (::statvfs(nearest.c_str(), &fileSystem) != 0 ||
        ::statx(AT_FDCWD, nearest.c_str(), 0, STATX_MNT_ID, &entry) != 0)
        return fail(fileFailure(errno, Access::reading, what, nearest));
    const auto mountInfo = readFile("/proc/self/mountinfo");
    if (!mountInfo)
        return fail(mountInfo.error());
    const std::vector<Mount> mounts = parseMounts(*mountInfo);
    return FileSystemSpace{mountPoint(deviceOf(entry, mounts), mounts),
                           std::uint64_t{fileSystem.f_bavail} * fileSystem.f_frsize};
}

} // namespace bes::host

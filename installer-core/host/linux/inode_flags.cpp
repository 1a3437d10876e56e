// SPDX-License-Identifier: Apache-2.0
#include "host/linux/inode_flags.hpp"

#include <fcntl.h>
#include <linux/fs.h>
#include <sys/ioctl.h>
#include <sys/stat.h>

#include "host/entry.hpp"
#include "host/linux/descriptor.hpp"
#include "text/path_text.hpp"

namespace bes::host {
namespace {

struct Frozen {
    bool immutable = false, appendOnly = false;
};

/// Both ways: an overlay tells by one of them only, and reading the flags needs the right to read.
Frozen lookAt(int opened) {
    struct statx entry {};
    if (::statx(opened, "", AT_EMPTY_PATH, STATX_TYPE, &entry) != 0)
        return {};
    Frozen frozen{(entry.stx_attributes & STATX_ATTR_IMMUTABLE) != 0,
                  (entry.stx_attributes & STATX_ATTR_APPEND) != 0};
    if (!S_ISREG(entry.stx_mode) && !S_ISDIR(entry.stx_mode)) // to open others might do something
        return frozen;
    const std::string again = "/proc/self/fd/" + std::to_string(opened);
    const Descriptor readable(::open(again.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    int flags = 0;
    if (readable.open() && ::ioctl(readable.get(), FS_IOC_GETFLAGS, &flags) == 0) {
        frozen.immutable |= (flags & FS_IMMUTABLE_FL) != 0;
        frozen.appendOnly |= (flags & FS_APPEND_FL) != 0;
    }
    return frozen;
}

} // namespace

int folderFlags(const std::filesystem::path& folder) {
    const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK));
    int flags = 0;
    if (!opened.open() || ::ioctl(opened.get(), FS_IOC_GETFLAGS, &flags) != 0)
        return 0;
    return flags;
}

std::string whyFrozen(const std::filesystem::path& path) {
    const Descriptor opened(::open(path.c_str(), O_PATH | O_NOFOLLOW | O_CLOEXEC));
    return opened.open() ? whyFrozen(opened.get(), path) : std::string();
}

std::string whyFrozen(int opened, const std::filesystem::path& path) {
    const Frozen frozen = lookAt(opened);
    const std::string name = utf8(path);
    if (frozen.immutable)
        return name + " is immutable (lsattr shows it, chattr -i " + name + " removes it)";
    if (frozen.appendOnly)
        return name + " is append only (lsattr shows it, chattr -a " + name + " removes it)";
    return {};
}

} // namespace bes::host

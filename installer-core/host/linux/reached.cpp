// SPDX-License-Identifier: Apache-2.0
#include "host/reached.hpp"

#include <sys/stat.h>

#include <cerrno>

#include "host/linux/system_failure.hpp"
#include "text/path_text.hpp"

namespace bes::host {

Result<std::optional<Reached>> reached(const std::filesystem::path& path) {
    struct stat found {};
    if (::stat(path.c_str(), &found) != 0) {
        const int error = errno;
        if (error == ENOENT || error == ENOTDIR)
            return std::nullopt;
        return fail(fileFailure(error, Access::reading, "Can't look at " + utf8(path), path));
    }
    const bool file = S_ISREG(found.st_mode);
    return Reached{file, S_ISDIR(found.st_mode), file ? static_cast<std::uint64_t>(found.st_size) : 0};
}

std::filesystem::path streamPath(const std::filesystem::path& path) {
    return path;
}

} // namespace bes::host

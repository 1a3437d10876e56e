// SPDX-License-Identifier: Apache-2.0
#include "host/root.hpp"

#include <string>

#include "host/windows/wide_text.hpp"

namespace bes::host {
namespace {

namespace fs = std::filesystem;

/// Of an image: a drive is a folder of it, and ".." never leaves it.
fs::path below(const fs::path& folder, const fs::path& inside) {
    fs::path result = folder;
    if (const std::wstring drive = inside.root_name().native(); drive.size() == 2)
        result /= drive.substr(0, 1);
    for (const fs::path& name : (fs::path("/") / inside.relative_path()).lexically_normal().relative_path())
        if (!name.empty())
            result /= name;
    return result;
}

} // namespace

System thisSystem() {
    return System::windows;
}

fs::path Root::operator()(const fs::path& inside) const {
    return isRunningSystem() ? withoutPrefix(native(inside.has_root_directory() ? inside : "/" / inside))
                             : below(folder_, inside);
}

fs::path Root::followed(const fs::path& inside) const {
    return (*this)(inside); // an image has no links that could lead out: the system would not follow them as
                            // its own does
}

fs::path Root::seenInside(const fs::path& path) const {
    return isRunningSystem() ? path : ("/" / path.lexically_relative(folder_)).lexically_normal();
}

} // namespace bes::host

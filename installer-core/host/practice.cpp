// SPDX-License-Identifier: Apache-2.0
#include "host/practice.hpp"

namespace bes::host {
namespace {

namespace fs = std::filesystem;

/// A symbolic link might lead to the mark of another place.
bool isFile(const fs::path& path) {
    std::error_code none;
    return fs::is_regular_file(fs::symlink_status(path, none));
}

} // namespace

bool isPracticeComputer(const Root& root) {
    return isFile(root("/etc/bes-standby-practice"));
}

bool isPracticeFolder(const fs::path& folder) {
    return isFile(folder / "PRACTICE");
}

} // namespace bes::host

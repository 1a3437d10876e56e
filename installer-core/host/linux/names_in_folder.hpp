// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "host/linux/descriptor.hpp"

namespace bes::host {

// Names in a folder that is open, which may be so by O_PATH. Nothing here follows a symbolic link. What
// returns an int returns an errno.

/// What temporary files for `name` are called, without the random end.
[[nodiscard]] std::string unfinishedPrefix(const std::string& name);

/// A new file, mode 0600, that gets its name when it is whole; removed when that does not happen.
class NewName {
public:
    NewName(int folder, std::string name);
    NewName(const NewName&) = delete;
    NewName& operator=(const NewName&) = delete;
    ~NewName();

    [[nodiscard]] int error() const { return error_; }
    [[nodiscard]] int file() const { return file_.get(); }
    /// Replaces what has the name. ESTALE where somebody took the new file's place meanwhile.
    [[nodiscard]] int rename();

private:
    int folder_;
    std::string name_, temporary_;
    Descriptor file_;
    int error_ = 0;
};

/// Removes what killed NewNames left for `name`.
[[nodiscard]] int removeUnfinishedNames(int folder, const std::string& name);

[[nodiscard]] int writeAll(int file, std::string_view content);
[[nodiscard]] int syncFolder(int folder);

} // namespace bes::host

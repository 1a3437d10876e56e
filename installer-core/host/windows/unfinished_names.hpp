// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "host/windows/handle.hpp"
#include "host/windows/system_failure.hpp"

namespace bes::host {

/// A file beside another one, which it is going to replace. Removed where that did not come about.
class NewName {
public:
    NewName(const std::filesystem::path& path, unsigned mode);
    NewName(const NewName&) = delete;
    NewName& operator=(const NewName&) = delete;
    ~NewName();

    [[nodiscard]] SystemError error() const { return error_; }
    [[nodiscard]] HANDLE file() const { return file_.get(); }
    /// Flushed and closed, it takes the place.
    [[nodiscard]] SystemError take();

private:
    std::filesystem::path path_, temporary_;
    Handle file_;
    SystemError error_ = 0;
    bool taken_ = false;
};

/// What stands at `to` is replaced. Where that is open in another program, the old file is moved aside first,
/// and goes when nobody uses it any more.
[[nodiscard]] SystemError moveOver(const std::filesystem::path& from, const std::filesystem::path& to);

/// What killed runs left of both beside `path`.
[[nodiscard]] SystemError removeUnfinishedNames(const std::filesystem::path& path);

/// What is written there is on the disk, as far as this system lets one ask for that.
[[nodiscard]] SystemError flushFolder(const std::filesystem::path& folder);

} // namespace bes::host

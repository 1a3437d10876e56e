// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <utility>

#include "model/system.hpp"
#include "text/path_text.hpp"

namespace bes::host {

/// What this program is made for.
[[nodiscard]] System thisSystem();

/// Where the file system of the computer that is worked on is mounted: "/" or the folder of an image.
/// Symbolic links of an image lead to where they lead when that computer runs: an absolute one, and "..",
/// never leave the image. It is looked anew with each call, for a run makes and replaces folders. On the
/// running system the kernel follows links by itself.
class Root {
public:
    Root() = default;
    explicit Root(std::filesystem::path folder) : folder_(std::move(folder)) {}

    /// The path to use now for a path as the installed computer sees it: to look at what stands there, to
    /// make, rename or remove it. A symbolic link at the very end is not followed. What does not exist is
    /// taken as it is written.
    [[nodiscard]] std::filesystem::path operator()(const std::filesystem::path& inside) const;
    /// The same where the end is followed too: for a file to be read or rewritten, a folder to be listed or
    /// measured. Links that lead in a circle give a path that no call takes, and whose name says so.
    [[nodiscard]] std::filesystem::path followed(const std::filesystem::path& inside) const;
    /// What followed() leads to, as the installed computer sees it. "/" is not resolved, as it is no image.
    [[nodiscard]] std::filesystem::path seenInside(const std::filesystem::path& path) const;

    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
    [[nodiscard]] bool isRunningSystem() const { return folder_ == topFolder(); }

private:
    std::filesystem::path folder_ = topFolder();
};

} // namespace bes::host

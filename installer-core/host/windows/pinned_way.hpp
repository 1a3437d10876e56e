// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "host/root.hpp"
#include "host/windows/opened.hpp"
#include "model/failure.hpp"

namespace bes::host {

/// A way to a folder of which a part may belong to another account. Every folder on it is opened so that
/// nobody can rename or remove it while this lives, and none is a link: what is then called by its path is
/// what was looked at.
class PinnedWay {
public:
    /// To the folder that `inside` is in. Failure file.unsafe where a link is on the way.
    [[nodiscard]] static Result<PinnedWay> toFolderOf(const Root& root, const std::filesystem::path& inside);

    /// Of what was asked for.
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    [[nodiscard]] std::filesystem::path folder() const { return path_.parent_path(); }
    /// The folder is not there, or something else is in its place.
    [[nodiscard]] bool absent() const { return absent_; }

private:
    std::filesystem::path path_;
    std::vector<Handle> folders_;
    bool absent_ = false;
};

[[nodiscard]] tl::unexpected<Failure> unsafeFile(const std::filesystem::path& path, std::string why,
                                                 std::string remedy);

} // namespace bes::host

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "host/interruption.hpp"
#include "host/run_lock.hpp"
#include "model/failure.hpp"

namespace bes::media {

/// Media under construction: the folder OUT.partial beside its place, so that a rename finishes it. It is
/// gone when it was not finished. One that a killed process left is known by the lock file in it and is
/// written anew; a folder of that name without the file is somebody else's.
class PartialMedia {
public:
    /// `out` must not exist or be empty. Failures media.create, run.busy (another process makes media there).
    [[nodiscard]] static Result<PartialMedia> begin(const std::filesystem::path& out);
    PartialMedia(PartialMedia&& other) noexcept = default;
    PartialMedia(const PartialMedia&) = delete;
    PartialMedia& operator=(const PartialMedia&) = delete;
    PartialMedia& operator=(PartialMedia&&) = delete;
    ~PartialMedia();

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    [[nodiscard]] Result<void> finish(const std::filesystem::path& out);

private:
    PartialMedia(std::filesystem::path path, host::RunLock lock);

    std::filesystem::path path_;
    std::optional<host::RunLock> lock_;               ///< empty when it is finished
    std::unique_ptr<host::ChangesUnderWay> underWay_; ///< a signal waits until it is taken away
};

} // namespace bes::media

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <span>
#include <vector>

#include "host/digest.hpp"
#include "model/failure.hpp"
#include "model/media_manifest.hpp"

namespace bes::media {

/// The bytes of a package's archive, in order, once, digested on the way. Nothing that next() gave is to be
/// trusted before it came to its end: only there size and digest are known to be those of the manifest.
class ArchiveSource {
public:
    /// `package` must outlive this. Failure media.package.
    [[nodiscard]] static Result<ArchiveSource> open(const std::filesystem::path& media,
                                                    const Package& package);

    /// Good until the next call; empty at the end, when the archive was whole and the right one.
    [[nodiscard]] Result<std::span<const std::byte>> next();

    [[nodiscard]] const Package& package() const { return *package_; }

private:
    ArchiveSource(std::filebuf file, const Package& package);
    [[nodiscard]] Result<std::size_t> read();

    std::filebuf file_;
    const Package* package_;
    std::vector<std::byte> buffer_;
    std::uint64_t size_ = 0;
    host::Sha256 digest_;
};

} // namespace bes::media

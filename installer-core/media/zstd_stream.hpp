// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

#include <zstd.h>

#include "media/archive_source.hpp"

namespace bes::media {

/// An archive decompressed: exactly one zstd frame, no more than `limit` bytes, with memory for a window of 8
/// MiB at most (what every decoder of the format has to offer; libarchive's own filter would give an archive
/// 128 MiB).
class ZstdStream {
public:
    ZstdStream(ArchiveSource source, std::uint64_t limit);

    /// Fills the buffer, less only at the end. 0: the archive was whole and the right one.
    [[nodiscard]] Result<std::size_t> read(std::span<std::byte> buffer);

    [[nodiscard]] const Package& package() const { return source_.package(); }

private:
    struct Free {
        void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
    };

    [[nodiscard]] Result<void> fill(ZSTD_outBuffer& output);
    [[nodiscard]] Result<void> refill();
    [[nodiscard]] Result<void> expectEnd();

    ArchiveSource source_;
    std::uint64_t limit_;
    std::uint64_t size_ = 0;
    std::unique_ptr<ZSTD_DCtx, Free> context_;
    ZSTD_inBuffer input_{nullptr, 0, 0};
    bool begun_ = false;
    bool ended_ = false;
};

} // namespace bes::media

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <memory>
#include <span>
#include <stop_token>
#include <vector>

#include "host/digest.hpp"
#include "media/archive_file.hpp"
#include "model/failure.hpp"
#include "model/media_manifest.hpp"

struct archive;
struct archive_entry;

namespace bes::media {

/// Writes files of a folder as tar.zst. The bytes depend on nothing but names, modes, content and link
/// targets (and on the versions of libarchive and libzstd): no times, no owners. Failures media.create,
/// file.no-space, run.cancelled.
class TarWriter {
public:
    TarWriter(std::filesystem::path folder, ArchiveFile& out, std::stop_token stop = {});
    TarWriter(const TarWriter&) = delete;
    TarWriter& operator=(const TarWriter&) = delete;
    ~TarWriter();

    [[nodiscard]] Result<void> open();
    /// Fills in the digest of a regular file's content.
    [[nodiscard]] Result<void> add(PackagedFile& file);
    [[nodiscard]] Result<void> close();

private:
    struct Free {
        void operator()(::archive* writer) const;
        void operator()(archive_entry* entry) const;
    };

    void describe(const PackagedFile& file);
    [[nodiscard]] Result<void> addContent(PackagedFile& file);
    [[nodiscard]] std::span<const std::byte> read(std::filebuf& content);
    [[nodiscard]] Result<void> check(int outcome);

    std::filesystem::path folder_;
    ArchiveFile& out_;
    std::unique_ptr<::archive, Free> archive_;
    std::unique_ptr<archive_entry, Free> entry_;
    std::vector<std::byte> buffer_;
    host::Sha256 digest_;
    bool closed_ = true; ///< as it is before open() too
    std::stop_token stop_;
};

} // namespace bes::media

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "media/read_ahead.hpp"
#include "model/failure.hpp"

struct archive;
struct archive_entry;

namespace bes::media {

/// What an archive says about one of its entries.
struct TarEntry {
    std::string path; ///< as it stands there, without the '/' at the end of a folder
    FileType type = FileType::regular;
    unsigned mode = 0;
    std::uint64_t size = 0;
    std::string leadsTo;
};

/// The entries of a tar in the order in which they come. Gives only regular files, folders and symbolic
/// links; anything else, and whatever libarchive has a doubt about, is a Failure.
class TarEntries {
public:
    explicit TarEntries(ReadAhead& stream);
    TarEntries(const TarEntries&) = delete;
    TarEntries& operator=(const TarEntries&) = delete;
    ~TarEntries();

    /// Empty at the end, when the archive was whole and the right one.
    [[nodiscard]] Result<std::optional<TarEntry>> next();
    /// The next piece of the present entry's content, good until the next call; empty at its end.
    [[nodiscard]] Result<std::span<const std::byte>> content();

private:
    struct Free {
        void operator()(::archive* reader) const;
    };

    [[nodiscard]] static std::ptrdiff_t read(::archive* reader, void* self, const void** block);
    [[nodiscard]] Failure problem();
    [[nodiscard]] Failure notAscii(archive_entry* entry) const;
    [[nodiscard]] Result<std::optional<TarEntry>> expectEnd();
    [[nodiscard]] Result<TarEntry> describe(archive_entry* entry) const;

    ReadAhead& stream_;
    // What libarchive was told as a mere "can't read".
    std::optional<Failure> streamFailure_;
    std::exception_ptr streamException_; ///< no exception goes through libarchive's own functions
    std::unique_ptr<::archive, Free> reader_;
    bool opened_ = false;
    std::string path_; ///< of the present entry
    std::uint64_t contentRead_ = 0;
};

} // namespace bes::media

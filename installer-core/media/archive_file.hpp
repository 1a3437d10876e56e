// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <span>
#include <string>

#include "host/digest.hpp"

namespace bes::media {

/// A new archive, digested and counted while it is written.
class ArchiveFile {
public:
    explicit ArchiveFile(std::filesystem::path path);

    /// False when it can't be written: see close().
    [[nodiscard]] bool write(std::span<const std::byte> bytes);
    /// The system's error that stopped writing, or 0 when all is written.
    [[nodiscard]] int close();

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    [[nodiscard]] std::uint64_t size() const { return size_; }
    [[nodiscard]] std::string sha256() { return digest_.hex(); }

private:
    std::filesystem::path path_;
    std::filebuf file_;
    int error_ = 0;
    std::uint64_t size_ = 0;
    host::Sha256 digest_;
};

} // namespace bes::media

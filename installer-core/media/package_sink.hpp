// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>

#include "model/failure.hpp"
#include "model/media_manifest.hpp"

namespace bes::media {

/// Where the files of a package go while it is unpacked. This one lets them go nowhere: reading is all that
/// is wanted.
class PackageSink {
public:
    PackageSink() = default;
    PackageSink(const PackageSink&) = delete;
    PackageSink& operator=(const PackageSink&) = delete;
    virtual ~PackageSink() = default;

    /// All folders come first, each one after the one that it is in.
    [[nodiscard]] virtual Result<void> makeFolder(const PackagedFile& /*folder*/) { return {}; }
    [[nodiscard]] virtual Result<void> makeLink(const PackagedFile& /*link*/) { return {}; }
    [[nodiscard]] virtual Result<void> beginFile(const PackagedFile& /*file*/) { return {}; }
    [[nodiscard]] virtual Result<void> write(std::span<const std::byte> /*bytes*/) { return {}; }
    [[nodiscard]] virtual Result<void> endFile(const PackagedFile& /*file*/) { return {}; }
};

} // namespace bes::media

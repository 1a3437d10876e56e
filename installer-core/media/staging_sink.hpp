// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "host/staging_folder.hpp"
#include "media/package_sink.hpp"

namespace bes::media {

/// Writes a package into a staging folder.
class StagingSink : public PackageSink {
public:
    explicit StagingSink(host::StagingFolder folder);

    [[nodiscard]] Result<void> makeFolder(const PackagedFile& folder) override;
    [[nodiscard]] Result<void> makeLink(const PackagedFile& link) override;
    [[nodiscard]] Result<void> beginFile(const PackagedFile& file) override;
    [[nodiscard]] Result<void> write(std::span<const std::byte> bytes) override;
    [[nodiscard]] Result<void> endFile(const PackagedFile& file) override;

private:
    host::StagingFolder folder_;
    std::optional<host::NewFile> file_;
};

} // namespace bes::media

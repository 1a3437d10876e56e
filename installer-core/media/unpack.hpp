// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <stop_token>
#include <string>

#include "host/staging_folder.hpp"
#include "media/package_sink.hpp"
#include "media/read_ahead.hpp"

namespace bes::media {

/// Told how many bytes of content were passed on since the last call.
using Advanced = std::function<void(std::uint64_t bytes)>;

/// Streams a package into a sink. Its files must have passed findProblem(). All that the manifest lists
/// comes, with the listed type, mode, size, target and SHA-256, and nothing else; otherwise a Failure, and
/// what the sink got is waste.
[[nodiscard]] Result<void> unpack(const std::filesystem::path& media, const Package& package,
                                  PackageSink& sink, const Advanced& advanced, const std::stop_token& stop,
                                  Ahead ahead = Ahead::thread);

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

/// Writes the files of a package that are wanted ("PACKAGE/PATH"), and lets the others go nowhere.
class SomeFilesSink : public StagingSink {
public:
    /// `wanted` must outlive the sink.
    SomeFilesSink(host::StagingFolder folder, const std::set<std::string>& wanted,
                  const std::string& package);

    [[nodiscard]] Result<void> makeFolder(const PackagedFile& folder) override;
    [[nodiscard]] Result<void> makeLink(const PackagedFile& link) override;
    [[nodiscard]] Result<void> beginFile(const PackagedFile& file) override;
    [[nodiscard]] Result<void> write(std::span<const std::byte> bytes) override;
    [[nodiscard]] Result<void> endFile(const PackagedFile& file) override;

private:
    [[nodiscard]] bool wants(const PackagedFile& file) const;

    const std::set<std::string>& wanted_;
    std::string above_; ///< "PACKAGE/"
    bool writing_ = false;
};

} // namespace bes::media

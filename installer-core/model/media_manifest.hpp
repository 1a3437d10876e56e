// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/captured_server.hpp"
#include "model/catalog.hpp"
#include "model/failure.hpp"

namespace bes {

enum class FileType { regular, folder, symbolicLink };

/// A file, folder or symbolic link of a package.
struct PackagedFile {
    std::string path; ///< relative to the component's folder, '/' between names, never "..", never absolute
    FileType type = FileType::regular;
    unsigned mode = 0; ///< permission bits, e.g. 0755
    std::uint64_t size = 0;
    std::string sha256;  ///< of a regular file's content, 64 lower-case hexadecimal digits
    std::string leadsTo; ///< of a symbolic link; stays inside the package

    bool operator==(const PackagedFile&) const = default;
};

struct Package {
    std::string id;      ///< also the folder below the installation folder that its files go to
    std::string archive; ///< relative to the media folder, e.g. "packages/router.tar.zst"
    std::uint64_t size = 0;
    std::string sha256;              ///< of the archive
    std::vector<PackagedFile> files; ///< sorted by path

    [[nodiscard]] std::uint64_t unpackedSize() const; ///< bytes of all regular files

    bool operator==(const Package&) const = default;
};

/// What somebody has to accept who installs from the media.
struct License {
    std::string id;                           ///< of this very text: another id is asked for again
    std::map<std::string, std::string> texts; ///< language, "en" → text

    /// In that language, or in English, or in the first one.
    [[nodiscard]] const std::string& textIn(const std::string& language) const;

    bool operator==(const License&) const = default;
};

/// media.json: what the signature covers.
struct MediaManifest {
    Catalog catalog;
    std::vector<Package> packages; ///< sorted by id
    std::optional<License> license = {};
    std::optional<CapturedServer> captured = {}; ///< where the media was made of an installed server

    [[nodiscard]] const Package* find(std::string_view packageId) const;

    bool operator==(const MediaManifest&) const = default;
};

[[nodiscard]] std::string_view toString(FileType type);

[[nodiscard]] Result<MediaManifest> parseMediaManifest(std::string_view json);
/// Same value, same bytes.
[[nodiscard]] std::string formatMediaManifest(const MediaManifest& manifest);

} // namespace bes

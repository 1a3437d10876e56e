#pragma once

#include <string>
#include <vector>

#include "model/media_manifest.hpp"
#include "model/request.hpp"

namespace bes {

/// A file as it was installed.
struct InstalledFile {
    std::string path; ///< absolute, as the installed computer sees it
    FileType type = FileType::regular;
    unsigned mode = 0;
    std::uint64_t size = 0;
    std::string sha256;

    bool operator==(const InstalledFile&) const = default;
};

/// What setup left on this computer: the base of status, modify, repair and remove.
struct Receipt {
    std::string run;
    std::string installedAt; ///< UTC, ISO 8601
    Request request;
    std::string primary;
    std::string primaryDominoServer; ///< as the configuration database had it
    std::string standby;
    std::string computer;
    std::string mediaSha256; ///< of the media's manifest
    Catalog catalog;
    std::vector<std::string> components; ///< ids, in the catalogue's order
    std::vector<InstalledFile> files;    ///< sorted by path

    bool operator==(const Receipt&) const = default;
};

} // namespace bes

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/media_manifest.hpp"

/// An entry of an archive as a test wants it, however bad.
struct PracticeEntry {
    enum class Kind { regular, folder, symbolicLink, hardLink, pipe, socket, characterDevice, blockDevice };

    std::string path;
    Kind kind = Kind::regular;
    std::string content = {}; ///< of a regular file
    std::string leadsTo = {}; ///< of a link
    unsigned mode = 0644;
};

/// Uncompressed, made by libarchive.
std::string tarOf(const std::vector<PracticeEntry>& entries);
/// One zstd frame.
std::string zstdOf(const std::string& bytes, int windowLog = 0);

/// What an honest manifest says of the entries: sorted by path.
std::vector<bes::PackagedFile> filesOf(const std::vector<PracticeEntry>& entries);

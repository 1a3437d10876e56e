// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "model/failure.hpp"
#include "model/media_manifest.hpp"

namespace bes::media {

/// Where a package comes from: the files are those of the folder that belong to it, sorted by path.
struct PackageSource {
    std::string id;
    std::filesystem::path folder;
    std::vector<PackagedFile> files; ///< without digests until they are packed
};

/// Where the modes of packaged files come from.
enum class Modes {
    ofFiles, ///< the owner's bits, and reading and executing for others, so that the umask of a build does
             ///< not show
    alike,   ///< of media for Windows, which has no such bits: a tree is the same wherever it is packed
};

/// What is in a folder that is to become a package, or several: sorted, no digests yet. Looks at no name: see
/// expectPackageable(). Failure media.create for what a package can't have.
[[nodiscard]] Result<std::vector<PackagedFile>> listTree(const std::filesystem::path& folder, Modes modes);

/// Failure media.create that names each file whose name, mode or link no package may have
/// (package_rules.hpp), in the folder where they are.
[[nodiscard]] Result<void> expectPackageable(const std::filesystem::path& folder,
                                             const std::vector<PackagedFile>& files);

} // namespace bes::media

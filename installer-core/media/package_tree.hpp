// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "model/failure.hpp"
#include "model/media_manifest.hpp"

namespace bes::media {

/// What is in a folder that is to become a package: sorted, modes as packages have them (the owner's bits and
/// reading and executing for others, so that the umask of a build does not show), no digests yet. Failure
/// media.create for what a package can't have, see package_rules.hpp.
[[nodiscard]] Result<std::vector<PackagedFile>> listTree(const std::filesystem::path& folder);

} // namespace bes::media

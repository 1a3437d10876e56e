// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <stop_token>
#include <vector>

#include "media/media.hpp"
#include "media/package_tree.hpp"
#include "model/media_manifest.hpp"

namespace bes::media {

/// Writes the media folder `out`, which must not exist or be empty, from packages in the order of their ids.
/// `manifest` is what is signed, but for the packages. Nothing is written before all names, the key and the
/// manifest were looked at. The same input gives the same bytes. Failures media.create, media.signing-key,
/// file.no-space, run.busy, run.cancelled.
[[nodiscard]] Result<void> writeMedia(MediaManifest manifest, std::vector<PackageSource> packages,
                                      const Signing& signing, const std::filesystem::path& out,
                                      const std::stop_token& stop);

} // namespace bes::media

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/failure.hpp"
#include "model/media_manifest.hpp"

namespace bes::media {

/// What a manifest must keep before anything of it is used, signed or not: package_rules.hpp for the files of
/// each package, ids and archives that can't collide or lead elsewhere, a package for every component, a
/// licence that can be read. Failure media.format.
[[nodiscard]] Result<void> checkManifest(const MediaManifest& manifest);

} // namespace bes::media

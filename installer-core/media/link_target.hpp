// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <unordered_map>

#include "model/media_manifest.hpp"

namespace bes::media {

/// Keys by foldCase(): a link that only leads out where case does not count is refused everywhere.
using FilesByFoldedPath = std::unordered_map<std::string, const PackagedFile*>;

/// Why a symbolic link can't be part of the package: it leads out of it, by itself or through other links of
/// the package, or in a circle. A link to something inside that is not packaged (a log, say) is good.
[[nodiscard]] std::optional<std::string> problemOfLink(const PackagedFile& link,
                                                       const FilesByFoldedPath& files);

} // namespace bes::media

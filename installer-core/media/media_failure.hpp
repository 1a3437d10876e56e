// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "model/failure.hpp"
#include "model/media_manifest.hpp"

namespace bes::media {

inline constexpr std::string_view manifestName = "media.json";
inline constexpr std::string_view signatureName = "media.json.p7s";
inline constexpr std::string_view packagesFolder = "packages";

/// media.package: the archive is not what the manifest says.
[[nodiscard]] Failure damagedArchive(const Package& package, std::string why);
/// media.package: something in the archive is not what the manifest says. `why` continues the file's name.
[[nodiscard]] Failure damagedFile(const Package& package, std::string_view file, std::string_view why);
/// media.format
[[nodiscard]] Failure wrongManifest(std::string why);
/// run.cancelled
[[nodiscard]] Failure cancelled();
/// media.create, or file.no-space where the reason is a full disk.
[[nodiscard]] Failure cannotCreate(std::string what, int systemError, std::string remedy);
/// media.create
[[nodiscard]] Failure cannotCreate(std::string what, std::string why, std::string remedy);

} // namespace bes::media

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "capture/left_out.hpp"
#include "media/media.hpp"
#include "media/package_tree.hpp"
#include "model/failure.hpp"
#include "model/media_manifest.hpp"

namespace bes::capture {

// Media of an installed server: its folder (there, or a copy elsewhere) and an export of its registry become
// packages and a manifest. Plain files and texts: a copy of a Windows server is captured on any system.

struct Order {
    Catalog catalog; ///< with rules for a capture
    std::filesystem::path from;
    std::vector<std::filesystem::path> registry{}; ///< exports of the registry
    std::vector<std::string> leaveOut{};           ///< further patterns of files
    std::string version{}; ///< of the product, as a person knows it; empty: as it is read
    std::optional<License> license{};
};

/// What would become media.
struct Captured {
    MediaManifest manifest; ///< without packages; its catalogue has what the folder has
    std::vector<media::PackageSource> packages;
    std::vector<LeftOut> leftOut;           ///< files and folders
    std::vector<LeftOut> leftOutComponents; ///< components of the catalogue that the folder does not have
    std::vector<std::string> leftOutValues; ///< names of values of the registry
    std::vector<std::string> unknown;       ///< what a capture can't know, in sentences
};

/// Reads folder and registry, and writes nothing. Failures media.capture (the folder is no server of this
/// catalogue), media.create (files that no media can have, each by its name), registry.file, registry.format.
[[nodiscard]] Result<Captured> capture(const Order& order);

/// Makes media of it; see media::create().
[[nodiscard]] Result<void> write(const Captured& captured, const media::Signing& signing,
                                 const std::filesystem::path& out, const std::stop_token& stop = {});

} // namespace bes::capture

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "capture/left_out.hpp"
#include "media/package_tree.hpp"
#include "model/catalog.hpp"

namespace bes::capture {

/// Files of a folder as packages of a catalogue.
struct PackageChoice {
    Catalog catalog; ///< the components that the files have, with the programs of their services
    std::vector<media::PackageSource> packages;
    std::vector<LeftOut> leftOut;     ///< components
    std::vector<std::string> unknown; ///< sentences
};

/// Gives each file to the package of the component that claims it (its programs, and the patterns of the
/// catalogue), and the rest to the package that the rules name for it. A service whose program is not there
/// leaves its component out, with those that need it. `programs`: where the registry says that a service's
/// program is.
[[nodiscard]] PackageChoice choosePackages(const Catalog& catalog, const std::filesystem::path& folder,
                                           const std::vector<PackagedFile>& files,
                                           const std::map<std::string, std::string>& programs);

} // namespace bes::capture

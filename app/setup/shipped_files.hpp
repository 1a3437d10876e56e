// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace bes::app {

/// A folder of what comes with setup, "catalog": where an installation has it, or the build folder, which has
/// the same places.
[[nodiscard]] std::filesystem::path shippedFolder(const std::string& name);

/// The names of the catalogues that come with setup, "bes-5.0-domino", in order; empty where there are none.
[[nodiscard]] std::vector<std::string> shippedCatalogs();

/// The file that is meant: of the catalogue that comes with setup and has this name, or else the one of this
/// name.
[[nodiscard]] std::filesystem::path catalogFile(const std::string& named);

} // namespace bes::app

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

namespace bes::detect {

/// What setup writes for the service manager of this system, besides the folders that a person chooses: units
/// and links to them. Windows has none, because its services are no files.
[[nodiscard]] std::vector<std::filesystem::path> placesOfUnits();

/// The folders of these, and that of the accounts.
[[nodiscard]] std::vector<std::filesystem::path> foldersOfSystem();

} // namespace bes::detect

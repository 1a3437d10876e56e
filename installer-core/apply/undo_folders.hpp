// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "model/plan.hpp"

namespace bes::apply {

/// Where the steps of a plan keep what an undo needs: gone when the run is over.
[[nodiscard]] std::vector<std::filesystem::path> undoFolders(const Plan& plan);
/// One of them is where the packages of the run are unpacked.
[[nodiscard]] bool isStaging(const Plan& plan, const std::filesystem::path& folder);

} // namespace bes::apply

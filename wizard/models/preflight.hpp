// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "models/wizard_state.hpp"

namespace bes::wizard {

/// What makes an installation impossible or odd on this computer, whatever is answered: the worst first.
[[nodiscard]] std::vector<Finding> preflight(const WizardState& state);

/// The Domino servers of this computer in one sentence; empty where that is not known.
[[nodiscard]] std::string dominoHere(const WizardState& state);

/// Folders on mounted volumes, and beside the program, that have media.json.
[[nodiscard]] std::vector<std::filesystem::path> mediaNearby(const std::filesystem::path& programFolder);

} // namespace bes::wizard

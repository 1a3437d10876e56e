// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "models/wizard_state.hpp"

namespace bes::wizard {

/// The room that there is for a folder of the installation and that it needs, in words.
[[nodiscard]] std::string roomFor(const std::filesystem::path& folder, const Seen& seen);

/// What becomes of the account of the services, in words.
[[nodiscard]] std::string accountOf(const Seen& seen);

/// What is wrong with what was typed for an answer, in the person's language; empty: nothing.
[[nodiscard]] std::string mistakeAbout(const std::string& answer, const WizardState& state);

} // namespace bes::wizard

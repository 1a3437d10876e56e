// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/wizard_state.hpp"

namespace bes::wizard {

/// The database of the interrupted run takes a password, and none was given for it.
[[nodiscard]] bool asksForRecoveryPassword(const WizardState& state);

/// To recover with: what was typed for that, otherwise what was given for the same database before. Empty:
/// the engine takes the one that the interrupted run was told of.
[[nodiscard]] Secret recoveryPassword(const WizardState& state);

} // namespace bes::wizard

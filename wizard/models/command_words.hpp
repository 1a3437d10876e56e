// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "models/wizard_state.hpp"

namespace bes::wizard {

/// The command that does in a terminal what the wizard is about to do, to be pasted into a shell. Secrets are
/// never in it.
[[nodiscard]] std::string asCommand(const WizardState& state);

} // namespace bes::wizard

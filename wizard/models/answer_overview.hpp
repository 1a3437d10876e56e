// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "models/wizard_state.hpp"

namespace bes::wizard {

/// An answer as the review shows it, with the step where it is given.
struct OverviewLine {
    std::string name;
    std::string value;
    PageId step;
};

/// The answers that lead to what will be done; those of steps that are not on the way are left out.
[[nodiscard]] std::vector<OverviewLine> answerOverview(const WizardState& state);

/// The command that does in a terminal what the wizard is about to do, to be pasted into a shell. Secrets are
/// never in it.
[[nodiscard]] std::string asCommand(const WizardState& state);

} // namespace bes::wizard

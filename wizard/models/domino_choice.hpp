// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "models/database_form.hpp"
#include "models/wizard_state.hpp"

namespace bes::wizard {

/// The Domino servers of this computer that the standby could belong to, each with the notes.ini that answers
/// for it. What was named elsewhere is one of them. Empty where setup has found at most one: there is nothing
/// to choose.
[[nodiscard]] std::vector<Choice> dominoChoices(const WizardState& state);

/// The Domino servers could tell an administrator more than they told this person, who can become one.
[[nodiscard]] bool administratorLearnsMore(const WizardState& state);

} // namespace bes::wizard

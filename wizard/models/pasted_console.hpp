// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "model/failure.hpp"
#include "models/wizard_state.hpp"

namespace bes::wizard {

/// The console of a Domino server that can't be asked: what it answers is pasted by the person.
struct PastedConsole {
    Role role = Role::primary;
    std::string server; ///< any form of the name; empty while it is not known
    std::string mate;   ///< the other server of the pair, likewise
};
[[nodiscard]] PastedConsole pastedConsole(Role role, const WizardState& state);

/// What to type there, and what to paste.
[[nodiscard]] std::string commandsFor(const PastedConsole& console);

/// Writes the text into a file of the person's own, for nobody else to read, in the place of what was pasted
/// for that server before; its path. A text that tells nothing of the server is not written: the Failure says
/// what was expected.
[[nodiscard]] Result<std::string> keepPasted(const std::string& text, const PastedConsole& console);

} // namespace bes::wizard

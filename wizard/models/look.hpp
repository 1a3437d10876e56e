// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/wizard_state.hpp"

namespace bes::wizard {

/// inspect() for the wizard, which may look with fewer rights than the engine will have: what only an
/// administrator may do is no blocker where the person can become one. Where `notesIni` is given, an
/// administrator found it.
[[nodiscard]] Seen look(const Request& request, const Passwords& passwords, const Looking& looking,
                        const Fact<std::optional<NotesIni>>* notesIni = nullptr);
/// The same without asking the Domino servers, which can take minutes.
[[nodiscard]] Seen lookWithoutDomino(const Request& request, const Passwords& passwords,
                                     const std::stop_token& stop);
/// The same for the standby that is installed.
[[nodiscard]] Seen lookAtInstalled(const Request& installed, const Maintenance& wanted,
                                   const Passwords& passwords);

/// Facts that a person has found without rights, as the engine will find them as an administrator: what only
/// that keeps from being changed is no obstacle. The engine looks again before it begins. False: they are so
/// already.
[[nodiscard]] bool takeRightsOfEngine(Facts& facts);

} // namespace bes::wizard

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "model/component_choice.hpp"
#include "model/facts.hpp"
#include "model/request.hpp"

namespace bes::check {

/// Facts and request, with what several rules ask of them already worked out. Pointers lead into the facts;
/// null means that it is not known or not there.
struct Situation {
    const Facts& facts;
    const Request& request;
    const Computer* computer = nullptr;
    const DatabaseContents* database = nullptr;
    const MediaContents* media = nullptr;
    const Server* primary = nullptr; ///< the entry with the requested name, whatever its role
    const InstalledState* installed = nullptr;
    const Receipt* receipt = nullptr; ///< of the standby that is installed here
    const UnfinishedRun* unfinishedRun = nullptr;
    const NotesIni* notesIni = nullptr;
    const Pair* abandoned = nullptr; ///< a reservation that this computer takes over: abandonedReservation()
    ComponentChoice choice{};        ///< empty unless choiceKnown
    bool choiceKnown = false;
    std::vector<const Component*> components{}; ///< the chosen ones, in the catalogue's order

    /// The pair's run was interrupted on this computer: it is undone before anything else happens.
    [[nodiscard]] bool isInterrupted(const Pair& pair) const;
    /// The pair is the standby that the receipt describes.
    [[nodiscard]] bool isInstalled(const Pair& pair) const;
};

/// The computer has Windows, or this program is made for it where none is known: remedies name its tools.
[[nodiscard]] bool onWindows(const Situation& situation);

[[nodiscard]] Situation assess(const Facts& facts, const Request& request);

} // namespace bes::check

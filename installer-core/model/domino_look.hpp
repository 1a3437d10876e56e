// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "model/facts.hpp"
#include "model/json.hpp"

namespace bes {

/// What an administrator's look at the Domino server here, and through it at the primary's, gives: the engine
/// tells it to a wizard whose account can't read the server's files. Contains no secret.
struct DominoLook {
    Fact<std::optional<NotesIni>> notesIni;
    Fact<domino::DominoFacts> domino;

    bool operator==(const DominoLook&) const = default;
};

// Without loss, unlike the JSON of facts, which is for readers.

[[nodiscard]] Json toJson(const DominoLook& look);
[[nodiscard]] DominoLook dominoLookFromJson(const Json& json);

} // namespace bes

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "domino/notes_api.hpp"
#include "model/domino/replies.hpp"

namespace bes::probe {

/// What a status other than "no error" says, in the runtime's words or, where it has none, in ours.
[[nodiscard]] domino::Reason reasonOf(const domino::notes::Functions& api, domino::notes::Status status,
                                      std::string function);

/// Before the runtime is initialised it may not be asked for its words.
[[nodiscard]] domino::Reason reasonInOwnWords(domino::notes::Status status, std::string function);

/// The library of this release lacks a function.
[[nodiscard]] domino::Reason missingFunction(const std::string& function);

} // namespace bes::probe

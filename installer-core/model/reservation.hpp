// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/facts.hpp"

namespace bes {

/// The reservation that a dead run of this computer has left in the database, e.g. because the database did
/// not answer any more when that run was undone, or because the computer was set up anew: the name is this
/// computer's, and its journal has no such run to finish. Setup takes it over, and says so. Null: there is
/// none. An account that can't read the journal leaves the last word to root, who undoes a run that was
/// interrupted before anything else. The name must be the very same, in contrast to the rules that forbid:
/// in doubt a reservation belongs to another computer.
[[nodiscard]] const Pair* abandonedReservation(const Facts& facts);

/// The run that holds it; empty where there is none.
[[nodiscard]] std::string runOf(const Pair* reservation);

} // namespace bes

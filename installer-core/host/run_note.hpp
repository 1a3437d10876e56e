// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>

#include "host/run_lock.hpp"

namespace bes::host {

// A note that a run is under way, for accounts that may not see its lock. It locks nothing, so nobody holds a
// run up by it, and it stands where only root can write. One that a killed run left is known by its process
// being gone.

/// As well as it goes: a run does not depend on it.
void noteRun(const std::filesystem::path& note, const LockHolder& holder);
void removeNote(const std::filesystem::path& note);

/// Empty where no process that noted itself runs, or others could have written the note.
[[nodiscard]] std::optional<LockHolder> notedRun(const std::filesystem::path& note);

} // namespace bes::host

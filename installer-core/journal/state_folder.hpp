// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "host/root.hpp"
#include "model/failure.hpp"

namespace bes::journal {

// The folder of everything that setup itself remembers: journal, receipt, lock. Root does what stands there,
// so it is root's alone (0700, files 0600), whatever the umask is and was. Failures of both calls:
// state.others-write where others could have written what is in it, state.folder where something else stands
// in its place. A symbolic link is something else.

/// As the installed computer sees it.
[[nodiscard]] std::filesystem::path stateFolder();

/// Makes the folder, or sets an existing one right. Failure state.folder too where that is not possible.
[[nodiscard]] Result<void> prepareStateFolder(const host::Root& root);

/// What is there can be believed. Changes nothing. Success where there is nothing; state.private where this
/// account may not look.
[[nodiscard]] Result<void> expectOwnState(const host::Root& root);

} // namespace bes::journal

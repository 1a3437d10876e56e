// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "model/exit_code.hpp"
#include "output/page.hpp"
#include "recovery.hpp"

namespace bes::app {

/// What was interrupted, since when it was under way, and how far it came.
[[nodiscard]] std::string describe(const Interruption& interruption);

[[nodiscard]] ExitCode codeOf(RecoveryOutcome outcome);

void showRecovery(RecoveryOutcome outcome, Page& page);

// First and last line of `recover --json`; between them stand the events of the progress.

void writeRecoveryBegin(const std::optional<Interruption>& interruption, Page& page);
void writeRecoveryOutcome(RecoveryOutcome outcome, const std::filesystem::path& log, Page& page);

} // namespace bes::app

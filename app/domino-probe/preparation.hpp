// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "command_line.hpp"
#include "host/domino_installations.hpp"
#include "host/own_process.hpp"
#include "model/domino/replies.hpp"

namespace bes::probe {

/// The one Domino server whose API is used. The reason is of the class noInstallation.
[[nodiscard]] tl::expected<host::DominoInstallation, domino::Reason>
chooseInstallation(const CommandLine& line);

/// Empty where this process works under Domino's account already. The reason is of the class account.
[[nodiscard]] tl::expected<std::optional<host::AccountIds>, domino::Reason>
accountToTake(const host::DominoInstallation& installation, bool allowRoot);

/// Begins this program anew as the runtime needs it: its dynamic linker reads the environment only once. What
/// the caller's environment has beyond language, time zone and Domino's own variables is not handed on, for
/// other accounts' processes can have secrets in it. Returns only when that failed.
[[nodiscard]] domino::Reason restartPrepared(const CommandLine& line,
                                             const host::DominoInstallation& installation,
                                             const std::optional<host::AccountIds>& account);

/// One line of JSON with all Domino servers that were found.
[[nodiscard]] Result<std::string> installationList(const CommandLine& line);

} // namespace bes::probe

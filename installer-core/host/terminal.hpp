// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "model/failure.hpp"
#include "model/secret.hpp"

namespace bes::host {

enum class Stream { input, output, errors };

[[nodiscard]] bool isTerminal(Stream stream);

/// Columns of the terminal; 80 where there is none or it does not say.
[[nodiscard]] unsigned terminalWidth(Stream stream);

/// Asks on the terminal of this process, whatever its streams are connected with, without showing what is
/// typed. Ctrl-C and the like put the terminal in order first. Failures terminal.none, run.cancelled.
[[nodiscard]] Result<Secret> askSecret(const std::string& prompt);

/// Asks there too, and shows what is typed. True for "y" and "yes". Failures as above.
[[nodiscard]] Result<bool> askYes(const std::string& question);

} // namespace bes::host

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "command.hpp"

namespace bes::app {

/// A word that commands of two words begin with: "media".
[[nodiscard]] bool isGroup(std::string_view word);

void showHelpOf(const Command& command, const Page& out);
/// All commands, one line each.
void showShortHelp(const Page& out);

[[nodiscard]] std::vector<Command> helpCommands();

} // namespace bes::app

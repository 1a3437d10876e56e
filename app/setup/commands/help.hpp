// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "command.hpp"

namespace bes::app {

/// What 'help' explains besides the commands: "exit-codes".
[[nodiscard]] std::vector<std::string> otherHelpTopics();

/// A word that commands of two words begin with: "media".
[[nodiscard]] bool isGroup(std::string_view word);

void showHelpOf(const Command& command, const Page& out);
/// All commands, one line each.
void showShortHelp(const Page& out);

[[nodiscard]] std::vector<Command> helpCommands();

} // namespace bes::app

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "command.hpp"

namespace bes::app {

// The groups of the command table, each in a file of its own.

[[nodiscard]] std::vector<Command> inspectionCommands();
[[nodiscard]] std::vector<Command> installCommands();
[[nodiscard]] std::vector<Command> maintenanceCommands();
[[nodiscard]] std::vector<Command> engineCommands();
[[nodiscard]] std::vector<Command> recoverCommands();
[[nodiscard]] std::vector<Command> statusCommands();
[[nodiscard]] std::vector<Command> historyCommands();
[[nodiscard]] std::vector<Command> explainCommands();
[[nodiscard]] std::vector<Command> reportCommands();
[[nodiscard]] std::vector<Command> answersCommands();
[[nodiscard]] std::vector<Command> mediaCommands();
[[nodiscard]] std::vector<Command> databaseCommands();
[[nodiscard]] std::vector<Command> practiceCommands();

} // namespace bes::app

// SPDX-License-Identifier: Apache-2.0
#include "commands/commands.hpp"
#include "commands/help.hpp"

namespace bes::app {

const std::vector<Command>& commands() {
    static const std::vector<Command> all = [] {
        std::vector<Command> table;
        for (const auto& group :
             {inspectionCommands(), installCommands(), maintenanceCommands(), engineCommands(),
              recoverCommands(), statusCommands(), historyCommands(), explainCommands(), reportCommands(),
              answersCommands(), mediaCommands(), databaseCommands(), practiceCommands(), helpCommands()})
            for (const Command& command : group)
                table.push_back(command);
        return table;
    }();
    return all;
}

} // namespace bes::app

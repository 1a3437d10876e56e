// SPDX-License-Identifier: Apache-2.0
#include "database/typed_command.hpp"

#include "answers/answers.hpp"

namespace bes::database {

std::string typedCommand(const std::vector<std::string>& words, const DatabaseAddress& address) {
    std::string command = "bes-standby-setup database";
    for (const std::string& word : words)
        command += ' ' + answers::quotedForShell(word);
    return command + answers::typedOptions(address);
}

} // namespace bes::database

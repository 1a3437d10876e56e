// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "model/system.hpp"

namespace bes {

// What the people of a system call what is there on each. Whole texts that differ stand where they are shown.

/// Who may do everything on a computer, as people of that system say it: "only root can …".
[[nodiscard]] inline std::string administratorOf(System system) {
    return system == System::windows ? "an administrator" : "root";
}

/// What to do where only that one may; a sentence without full stop.
[[nodiscard]] inline std::string runAsAdministrator(System system) {
    return system == System::windows ? "Run the command in a command prompt that was started as administrator"
                                     : "Run the command as root";
}

/// What a service is to the service manager.
[[nodiscard]] inline std::string serviceWord(System system) {
    return system == System::windows ? "service" : "unit";
}

} // namespace bes

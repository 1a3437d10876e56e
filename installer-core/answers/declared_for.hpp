// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "answers/declaration.hpp"
#include "model/system.hpp"

namespace bes::answers {

/// As the program for that system has them: help and examples name its own tools and places.
[[nodiscard]] std::vector<Declaration> declarationsFor(System system);
/// Those of the section "database".
[[nodiscard]] std::vector<Declaration> databaseAnswers(System system);

/// Of two texts that of the system.
[[nodiscard]] inline std::string textFor(System system, std::string_view onLinux,
                                         std::string_view onWindows) {
    return std::string(system == System::windows ? onWindows : onLinux);
}

} // namespace bes::answers

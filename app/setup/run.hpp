// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "console.hpp"
#include "model/exit_code.hpp"

namespace bes::app {

inline constexpr std::string_view programName = "bes-standby-setup";

/// Runs the command that the words name. Whatever goes wrong is told on the console.
[[nodiscard]] ExitCode run(const std::vector<std::string>& words, const answers::Environment& environment,
                           Console& console);

/// From now on a signal ends the process, with a word about it, unless changes are under way.
void obeySignals(const std::vector<std::string>& words, const Console& console);

} // namespace bes::app

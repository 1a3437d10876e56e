// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

#include "command.hpp"
#include "domino/readiness.hpp"
#include "model/receipt.hpp"

namespace bes::app {

struct WatchTimes {
    std::chrono::seconds every{5};
    std::chrono::seconds limit{0}; ///< 0: until the standby is ready or the person stops it
};

/// Asks the Domino servers again and again how far the replication is, and says so: on a terminal in one line
/// that moves, else in a line for each change. Ends when the standby is ready, the limit has passed or Ctrl-C
/// is pressed, with the exit code of the last state.
[[nodiscard]] ExitCode watch(const Invocation& invocation, const Receipt& receipt,
                             const std::filesystem::path& root, const WatchTimes& times);

[[nodiscard]] ExitCode codeOf(domino::ReadinessState state);

} // namespace bes::app

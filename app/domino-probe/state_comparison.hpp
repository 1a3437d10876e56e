// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <string_view>

#include "model/domino/replies.hpp"
#include "state_databases.hpp"

namespace bes::probe {

/// How many examples of each kind are named.
inline constexpr std::size_t exampleLimit = 20;

/// Matches the state databases of both servers, arranged, by replica ID (domino.md §3.8). `pathOf` makes of a
/// file's name the path to show.
[[nodiscard]] domino::StateReplicas
compareStateDatabases(const StateDatabases& primary, const StateDatabases& standby,
                      std::chrono::seconds tolerance,
                      const std::function<std::string(std::string_view)>& pathOf);

} // namespace bes::probe

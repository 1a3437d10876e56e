// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domino/console_lines.hpp"
#include "model/domino/replies.hpp"

namespace bes::domino {

/// The last answer to "show tasks" (domino.md §3.5). What tasks write into a log beside that ("Cluster
/// Replicator is shutting down") does not count: a list has columns.
[[nodiscard]] std::optional<ServerTasks> findShownTasks(const std::vector<ConsoleLine>& lines);

/// The names of servers that stand at the head of "show tasks" and "show server", some with the server's
/// title behind them: "Mail01/Acme - Mail of the north".
[[nodiscard]] std::vector<std::string> findServersOfHeads(const std::vector<ConsoleLine>& lines);

} // namespace bes::domino

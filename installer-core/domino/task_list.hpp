// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "model/domino/replies.hpp"

namespace bes::domino {

/// Reads the answer to the console command "show tasks", in UTF-8. The names of the tasks that count are the
/// same in every language of the server (domino.md §3.5); descriptions are not. Lines may begin with a time,
/// as in a log. Empty where the text is no list of tasks: every server runs its "Database Server".
[[nodiscard]] std::optional<ServerTasks> parseTaskList(std::string_view text);

} // namespace bes::domino

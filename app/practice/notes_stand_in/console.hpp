// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "scenario.hpp"

namespace stand_in {

/// What a server prints on a command; none: nothing at all. UTF-8, with the server's line ends.
[[nodiscard]] std::optional<std::string> consoleAnswer(const Scenario& scenario, const Server& server,
                                                       const std::string& command);

} // namespace stand_in

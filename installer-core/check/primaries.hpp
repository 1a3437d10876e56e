// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/request.hpp"
#include "model/server.hpp"

namespace bes::check {

/// A sentence that names the primaries that can still be given a standby.
[[nodiscard]] std::string primariesWithoutStandby(const DatabaseContents& database);

/// The name that is nearly the same, where there is one. Case does not count.
[[nodiscard]] std::optional<std::string> nearestName(const std::string& name,
                                                     const std::vector<std::string>& names);

/// How a reservation is taken back whose run is dead.
[[nodiscard]] std::string releaseCommand(const Request& request, const std::string& primary);

/// What to make sure of where a reservation that is taken for abandoned is ended: its run could be alive
/// after all.
[[nodiscard]] std::string unlessOtherComputer(const Pair& abandoned);

/// A name as it has to be typed in a shell: in quotation marks where it needs them.
[[nodiscard]] std::string quoted(const std::string& name);

} // namespace bes::check

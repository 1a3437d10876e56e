// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "model/failure.hpp"

namespace bes::host {

// What the service manager of the running system has noted of units, for people who look for a mistake. Units
// may be patterns ("bes-*"). An account that is no administrator's may be told less. Failures process.start,
// process.timeout, service.state.

/// State, result, times and files of each; never its environment, which may hold anything.
[[nodiscard]] Result<std::string> unitRecords(const std::vector<std::string>& units);

/// The last lines that they and the manager wrote about them.
[[nodiscard]] Result<std::string> unitJournal(const std::vector<std::string>& units, unsigned lines);

} // namespace bes::host

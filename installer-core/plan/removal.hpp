// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "model/facts.hpp"
#include "model/maintenance.hpp"
#include "model/plan.hpp"

namespace bes::plan {

/// The steps that take away the standby that is installed, out of its receipt: no media is needed. Pure. The
/// facts must have passed checkMaintenance().
[[nodiscard]] Plan makeRemoval(const Facts& facts, const Request& request, const Maintenance& maintenance);

/// What stays on the computer and in the database after such a removal, a line each.
[[nodiscard]] std::vector<std::string> staysAfterRemoval(const Facts& facts, const Request& request,
                                                         const Maintenance& maintenance);

} // namespace bes::plan

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include "check/situation.hpp"
#include "model/findings.hpp"

namespace bes::check {

using Things = std::vector<ThingOfOthers>;

/// Each with its path, owner, size and date, and what else is known of it.
[[nodiscard]] std::string described(const Things& things);
[[nodiscard]] Things ofStanding(const Things& things, std::initializer_list<ThingOfOthers::Standing> wanted);

/// What units of others have to do with setup's: a part of checkPlacesOf().
[[nodiscard]] Findings checkRelations(const Situation& situation, const Things& things);

} // namespace bes::check

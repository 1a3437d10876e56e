// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "model/facts.hpp"
#include "model/maintenance.hpp"
#include "model/plan.hpp"

namespace bes::plan {

/// The steps from the standby as the facts show it to one with these components: what differs, and nothing
/// else. With the components of the receipt it is a repair. An upgrade takes catalogue and files of the media
/// instead of those that were installed. Pure. The facts must have passed checkMaintenance() and, where media
/// is needed, the check of it. The plan's basis lists the differences. Deferred services are never started;
/// others only again, or where they are new on a standby that runs.
[[nodiscard]] Plan makeChange(const Facts& facts, const Request& request, const Maintenance& maintenance);

/// The components of the receipt with those added and without those omitted, in the catalogue's order.
[[nodiscard]] std::vector<std::string> changedComponents(const Receipt& receipt,
                                                         const Maintenance& maintenance);

/// Whether files of the media are needed for it.
[[nodiscard]] bool needsMedia(const Facts& facts, const Request& request, const Maintenance& maintenance);

} // namespace bes::plan

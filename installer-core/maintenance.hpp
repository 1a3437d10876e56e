// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "inspection.hpp"
#include "model/maintenance.hpp"
#include "model/request.hpp"
#include "run_outcome.hpp"

namespace bes {

/// The request for the maintenance kind upgrade, where a request for an installation asks for nothing but
/// newer media of the standby that is installed. install() and inspect() see this by themselves.
[[nodiscard]] std::optional<Request> upgradeAskedBy(const Request& request, const Secret& databasePassword);

/// What `request` says of root, database (or its password alone) and media, with everything else as it was
/// installed. Where nothing is installed, the same request, with the database of a run that was interrupted.
[[nodiscard]] Result<Request> requestOfInstalled(const Request& request);
/// The same for a receipt that is known.
[[nodiscard]] Request requestOfInstalled(const Receipt& receipt, const Request& request);

/// detect → check → plan for the standby that is installed. Changes nothing.
[[nodiscard]] Inspection inspectInstalled(const Request& installed, const Maintenance& maintenance,
                                          const Secret& databasePassword);

/// check → plan, for facts that were seen before. Pure.
[[nodiscard]] Inspection judgeInstalled(Facts facts, const Request& installed,
                                        const Maintenance& maintenance);

/// Takes the lock of the root, ends an interrupted run, inspects, applies.
[[nodiscard]] Result<RunOutcome> maintain(const Request& installed, const Maintenance& maintenance,
                                          const RunTools& tools);
/// The same for a plan that was made before: refused (plan.outdated) where the plan is another one now.
[[nodiscard]] Result<RunOutcome> maintain(const Plan& made, const Maintenance& maintenance,
                                          const RunTools& tools);

} // namespace bes

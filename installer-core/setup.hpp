// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "inspection.hpp"
#include "model/domino_look.hpp"
#include "model/request.hpp"
#include "run_outcome.hpp"

/// The façade that app/ and wizard/ call.
namespace bes {

/// detect → check → plan. Changes nothing. Parts of the request that are empty are not looked at. Where the
/// request asks for newer media of the standby that is installed, the plan's command is "upgrade": see
/// maintenance.hpp.
[[nodiscard]] Inspection inspect(const Request& request, const Passwords& passwords,
                                 const Looking& looking = {});

/// check → plan, for facts that were seen before. Pure.
[[nodiscard]] Inspection judge(Facts facts, const Request& request);

/// Ids of the packages that the plan unpacks.
[[nodiscard]] std::vector<std::string> stagedPackages(const Plan& plan);

/// Reads every package that the plan stages, as the installation will, without writing: "media.packages".
/// Empty where the plan stages none. As long as the media takes to read. Failure run.cancelled.
[[nodiscard]] Result<std::optional<Finding>> checkPackages(const Inspection& inspection,
                                                           const std::stop_token& stop);

/// Takes the lock of the root, undoes an interrupted run, inspects, applies.
[[nodiscard]] Result<RunOutcome> install(const Request& request, const RunTools& tools);
/// The same for a plan that was made before: refused (plan.outdated) where the facts or the steps differ now.
[[nodiscard]] Result<RunOutcome> install(const Plan& made, const RunTools& tools);

/// Only this of inspect(), for a caller that may not see more: see EngineOrder::askDomino.
[[nodiscard]] DominoLook askDominoServers(const Request& request, const Passwords& passwords,
                                          std::stop_token stop);

/// The notes.ini of every Domino server that is found on the computer of the request; empty where it can't be
/// looked.
[[nodiscard]] std::vector<NotesIni> dominoServersHere(const Request& request);

} // namespace bes

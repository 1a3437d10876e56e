// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "domino/readiness.hpp"
#include "host/run_lock.hpp"
#include "host/service_control.hpp"
#include "inspection.hpp"
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

/// Takes the lock of the root, undoes an interrupted run, inspects, applies.
[[nodiscard]] Result<RunOutcome> install(const Request& request, const RunTools& tools);
/// The same for a plan that was made before: refused (plan.outdated) where the facts or the steps differ now.
[[nodiscard]] Result<RunOutcome> install(const Plan& made, const RunTools& tools);

struct ServiceStatus {
    std::string component; ///< id
    Service service;
    host::ServiceState state = host::ServiceState::absent;
};

struct StandbyStatus {
    std::optional<host::LockHolder> underWay; ///< a run that changes something just now
    bool readable = true;           ///< not while that run writes the journal: what is below is unknown then
    std::optional<Receipt> receipt; ///< empty: no standby is installed
    std::vector<ServiceStatus> services;        ///< in start order
    std::vector<std::string> dominoTasks;       ///< add-in tasks of the standby's components
    std::vector<std::string> damage;            ///< installed files that are missing or differ
    std::optional<UnfinishedRun> unfinishedRun; ///< none while a run is under way
    std::vector<std::string> notYetUndone;      ///< steps of it, where its undo has begun
    std::vector<std::string> notYetDone;        ///< steps of it, where it is finished and not undone
    ServiceManagerState serviceManager = ServiceManagerState::offline;
    std::string whyUnreadable;     ///< where no run is under way
    std::string remedy;            ///< of that
    bool interruptionKnown = true; ///< not to an account that may not read the journal
};
/// What is installed below a root and how its services are. Looks at this computer only.
[[nodiscard]] Result<StandbyStatus> status(const std::filesystem::path& root);

/// The notes.ini of every Domino server that is found on the computer of the request; empty where it can't be
/// looked.
[[nodiscard]] std::vector<NotesIni> dominoServersHere(const Request& request);

/// How far Domino's replication to that standby is. Asks the Domino servers, within the limit that the
/// installation had.
[[nodiscard]] domino::Readiness readiness(const Receipt& receipt, const std::filesystem::path& root,
                                          std::stop_token stop = {});

} // namespace bes

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "domino/readiness.hpp"
#include "host/run_lock.hpp"
#include "host/service_control.hpp"
#include "model/facts.hpp"

/// How the standby of this computer is: a part of the facade.
namespace bes {

struct ServiceStatus {
    std::string component; ///< id
    Service service;
    host::ServiceState state = host::ServiceState::absent;
};

struct StandbyStatus {
    std::optional<host::LockHolder> underWay; ///< a run that changes something just now
    bool readable = true;           ///< not while that run writes the journal: what is below is unknown then
    std::optional<Receipt> receipt; ///< empty: no standby is installed
    std::vector<ServiceStatus> services;  ///< in start order
    std::vector<std::string> dominoTasks; ///< add-in tasks of the standby's components
    std::vector<std::string> damage;      ///< installed files that are missing or differ
    std::vector<std::string> newVersions; ///< "X.new": of the edited file X, for the administrator to merge
    std::optional<UnfinishedRun> unfinishedRun; ///< none while a run is under way
    std::vector<std::string> notYetUndone;      ///< steps of it, where its undo has begun
    std::vector<std::string> notYetDone;        ///< steps of it, where it is finished and not undone
    ServiceManagerState serviceManager = ServiceManagerState::offline;
    std::string whyUnreadable;     ///< where no run is under way
    Remedy remedy;                 ///< of that
    bool interruptionKnown = true; ///< not to an account that may not read the journal
};
/// Those that failed, or don't run although they start after setup. None where no service manager runs.
[[nodiscard]] std::vector<ServiceStatus> servicesAtFault(const StandbyStatus& status);

/// What is installed below a root and how its services are. Looks at this computer only.
[[nodiscard]] Result<StandbyStatus> status(const std::filesystem::path& root);

/// The same after a run that is done, which has just verified what it installed: no file is looked at again.
[[nodiscard]] Result<StandbyStatus> statusAfterRun(const std::filesystem::path& root);

/// How far Domino's replication to that standby is. Asks the Domino servers, within the limit that the
/// installation had.
[[nodiscard]] domino::Readiness readiness(const Receipt& receipt, const std::filesystem::path& root,
                                          std::stop_token stop = {});

} // namespace bes

#pragma once

#include "model/maintenance.hpp"
#include "setup.hpp"

namespace bes {

/// What `request` says of root, database and media, with everything else as it was installed. The same
/// request where nothing is installed.
[[nodiscard]] Result<Request> requestOfInstalled(const Request& request);

/// detect → check → plan for the standby that is installed. Changes nothing.
[[nodiscard]] Inspection inspectInstalled(const Request& installed, const Maintenance& wanted,
                                          const Secret& databasePassword);

struct MaintenanceOutcome {
    enum class Kind { done, nothingToDo, blocked };
    Kind kind = Kind::done;
    std::vector<Finding> findings;
    Plan plan;                      ///< empty when blocked
    std::string run;                ///< id of the run; empty unless done
    std::vector<std::string> stays; ///< of a removal: what is left, a line each
};

/// Takes the lock of the root, ends an interrupted run, inspects, applies.
[[nodiscard]] Result<MaintenanceOutcome> maintain(const Request& installed, const Maintenance& wanted,
                                                  const RunTools& tools);

} // namespace bes

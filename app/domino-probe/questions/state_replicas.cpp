// SPDX-License-Identifier: Apache-2.0
#include "lmbcs.hpp"
#include "questions.hpp"
#include "state_comparison.hpp"
#include "state_search.hpp"

namespace bes::probe {

using namespace domino;

/// The primary is searched first: what changes meanwhile makes the standby look newer, not older.
Reply<StateReplicas> askStateReplicas(Asking& asking) {
    const StateDatabases none;
    const auto& primary = stateDatabases(asking, Role::primary);
    if (!primary && primary.error().kind != ReasonClass::absent)
        return Reply<StateReplicas>::unknown(primary.error());
    const auto& standby = stateDatabases(asking, Role::standby);
    if (!standby && standby.error().kind != ReasonClass::absent)
        return Reply<StateReplicas>::unknown(standby.error());
    StateReplicas found = compareStateDatabases(
        primary ? *primary : none, standby ? *standby : none, asking.settings.tolerance,
        [&](std::string_view name) { return asking.settings.stateFolder + "\\" + toUtf8(asking.api, name); });
    const bool ready = found.missing.count == 0 && found.stale.count == 0;
    return ready ? Reply<StateReplicas>::yes(std::move(found)) : Reply<StateReplicas>::no(std::move(found));
}

} // namespace bes::probe

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/domino/facts.hpp"
#include "model/finding.hpp"

namespace bes::domino {

/// Whether the standby could take over the users now, as far as Domino's replication goes.
enum class ReadinessState {
    ready,       ///< every state database of the primary has a replica on the standby that is not behind
    replicating, ///< the cluster works; some replicas are still missing, behind or waiting in the queue
    fault,       ///< the cluster or its replication is out of order, or that can't be found out
};

struct Readiness {
    ReadinessState state = ReadinessState::fault;
    std::string summary;           ///< one sentence without full stop
    std::vector<Finding> problems; ///< warnings and blockers of the cluster and its replication
    DominoFacts facts;

    bool operator==(const Readiness&) const = default;
};

[[nodiscard]] Readiness readinessOf(DominoFacts facts);

/// What has to be asked for that.
[[nodiscard]] const std::vector<Topic>& readinessTopics();

/// Databases that wait in the queue of the primary's cluster replicator; empty where that is not known.
[[nodiscard]] std::optional<double> queueDepth(const Replies& replies);

[[nodiscard]] std::string_view toString(ReadinessState state);

} // namespace bes::domino

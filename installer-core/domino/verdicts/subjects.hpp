// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/domino/facts.hpp"
#include "model/findings.hpp"

namespace bes::domino {

/// How many databases, or seconds, may wait for the cluster replicator: above this it is behind. No number of
/// the vendor's, but what a public monitor takes (domino.md §2.8).
inline constexpr double acceptableQueue = 15;

// One subject each; most have one finding, those that only speak up have none where all is well.

[[nodiscard]] Findings judgeAsking(const DominoFacts& facts);       ///< domino.asked
[[nodiscard]] Findings judgeIdentity(const DominoFacts& facts);     ///< domino.identity, domino.two-servers
[[nodiscard]] Findings judgeReachability(const DominoFacts& facts); ///< domino.reachable
[[nodiscard]] Findings judgeVersion(const DominoFacts& facts);      ///< domino.version
[[nodiscard]] Findings judgeOneCluster(const DominoFacts& facts);   ///< domino.one-cluster
[[nodiscard]] Findings judgeMembers(const DominoFacts& facts); ///< domino.cluster-size, domino.cluster-state
[[nodiscard]] Findings judgeClusterDirectory(const DominoFacts& facts);  ///< domino.cluster-directory
[[nodiscard]] Findings judgeClusterReplicator(const DominoFacts& facts); ///< domino.cluster-replicator
[[nodiscard]] Findings judgeReplicationHealth(const DominoFacts& facts); ///< domino.replication-health
[[nodiscard]] Findings judgeProfiles(const DominoFacts& facts);          ///< domino.profiles
[[nodiscard]] Findings judgeStateDatabases(const DominoFacts& facts); ///< domino.state-databases, …-paths
[[nodiscard]] Findings judgeReplicationSettings(const DominoFacts& facts); ///< domino.replication-settings

} // namespace bes::domino

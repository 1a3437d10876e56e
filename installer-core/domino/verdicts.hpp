// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "model/domino/facts.hpp"
#include "model/finding.hpp"

namespace bes::domino {

/// What the answers of the Domino servers mean for a standby (domino.md §6): how they were asked first, then
/// the cluster, then its replication. What is not known is never passed; where the installation rests on it,
/// it is a blocker that a person may take on himself (Finding::acceptable).
[[nodiscard]] std::vector<Finding> verdicts(const DominoFacts& facts);

/// There is no Domino server here that could be asked, and nothing is known in another way: all verdicts
/// follow from that.
[[nodiscard]] bool noServerFound(const DominoFacts& facts);

} // namespace bes::domino

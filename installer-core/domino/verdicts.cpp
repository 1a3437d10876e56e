// SPDX-License-Identifier: Apache-2.0
#include "domino/verdicts.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "domino/verdicts/subjects.hpp"

namespace bes::domino {
namespace {

constexpr std::array subjects{
    judgeAsking,           judgeIdentity,          judgeReachability,
    judgeVersion,          judgeOneCluster,        judgeMembers,
    judgeClusterDirectory, judgeClusterReplicator, judgeReplicationHealth,
    judgeProfiles,         judgeStateDatabases,    judgeReplicationSettings,
};

} // namespace

std::vector<Finding> verdicts(const DominoFacts& facts) {
    Findings all;
    for (const auto judge : subjects)
        std::ranges::move(judge(facts), std::back_inserter(all));
    return all;
}

} // namespace bes::domino

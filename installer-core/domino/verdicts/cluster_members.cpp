// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "domino/verdicts/subjects.hpp"
#include "domino/verdicts/wording.hpp"
#include "text/quantities.hpp"

namespace bes::domino {
namespace {

// How many servers a cluster has (domino.md §3.1).
constexpr std::size_t fewest = 2;
constexpr std::size_t most = 6;

bool isAllowed(std::size_t members) {
    return members >= fewest && members <= most;
}

/// Nothing where no server names a cluster: domino.one-cluster says so.
Findings judgeSize(const DominoFacts& facts) {
    constexpr auto id = "domino.cluster-size";
    std::vector<std::string> evidence;
    std::vector<std::string> wrong;
    for (const Role role : bothRoles) {
        const auto& answer = facts.replies.liveCluster.of(role);
        const LiveCluster* const live = seen(answer);
        if (live == nullptr)
            continue;
        const std::string size = counted(live->members.size(), "server");
        evidence.push_back(shown(facts, role) + " names " + size + " in " + live->cluster + ": " +
                           shown(live->members) + weakness(answer.witness));
        if (!isAllowed(live->members.size()))
            wrong.push_back("the cluster " + live->cluster + " has " + size);
    }
    if (evidence.empty())
        return {};
    if (wrong.empty())
        return {passed(id, "The cluster has between 2 and 6 servers", joinedOnce(evidence))};
    return {blocker(ExitCode::domino, id,
                    sentence(joinedOnce(wrong, ", and ")) + ", a Domino cluster has 2 to 6",
                    joinedOnce(evidence),
                    "Add the missing server, or remove servers that are not needed: Administrator client, "
                    "Configuration, Server, All Server Documents, Add to Cluster; Configuration, Cluster, "
                    "Remove from Cluster")};
}

std::string stateOf(const LiveCluster& live) {
    return live.availability == Availability::busy ? "busy" : "restricted";
}

/// The settings: domino.md §3.2.
std::string remedyFor(const std::string& server, const LiveCluster& live) {
    if (live.availability == Availability::busy)
        return "Check the load of " + server + ", and Server_Availability_Threshold in its notes.ini";
    return "Check whether Server_Restricted in the notes.ini of " + server +
           " is set on purpose: users and setup can't open databases there";
}

/// Only speaks up for a server that takes no new work.
Findings judgeState(const DominoFacts& facts) {
    std::vector<std::string> titles;
    std::vector<std::string> evidence;
    std::vector<std::string> remedies;
    for (const Role role : bothRoles) {
        const auto& answer = facts.replies.liveCluster.of(role);
        const LiveCluster* const live = seen(answer);
        if (live == nullptr || live->availability == Availability::available)
            continue;
        titles.push_back(shown(facts, role) + " is " + stateOf(*live));
        evidence.push_back("Its availability index is " + std::to_string(live->availabilityIndex) +
                           " of 100; it reported its cluster anyway" + weakness(answer.witness));
        remedies.push_back(remedyFor(shown(facts, role), *live));
    }
    if (titles.empty())
        return {};
    return {warning("domino.cluster-state", sentence(joinedOnce(titles, ", and ")), joinedOnce(evidence),
                    joinedOnce(remedies))};
}

} // namespace

Findings judgeMembers(const DominoFacts& facts) {
    Findings findings = judgeSize(facts);
    std::ranges::move(judgeState(facts), std::back_inserter(findings));
    return findings;
}

} // namespace bes::domino

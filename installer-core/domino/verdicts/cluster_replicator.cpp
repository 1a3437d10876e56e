// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iterator>

#include "domino/verdicts/subjects.hpp"
#include "domino/verdicts/wording.hpp"
#include "text/quantities.hpp"

namespace bes::domino {
namespace {

constexpr auto id = "domino.cluster-replicator";

enum class Replicator { runs, hasRun, missing, unknown };

/// The list of tasks says what runs. Statistics stay after the task has ended, so they only count without
/// it (domino.md §2.8).
Replicator replicatorOf(const DominoFacts& facts, Role role) {
    const auto& tasks = facts.replies.serverTasks.of(role);
    if (isNo(tasks))
        return Replicator::missing;
    if (seen(tasks) != nullptr)
        return Replicator::runs;
    return seen(facts.replies.statistics.of(role)) != nullptr ? Replicator::hasRun : Replicator::unknown;
}

std::string evidenceOf(const DominoFacts& facts, Role role) {
    const auto& tasks = facts.replies.serverTasks.of(role);
    const auto& statistics = facts.replies.statistics.of(role);
    const std::string server = shown(facts, role);
    switch (replicatorOf(facts, role)) {
    case Replicator::runs:
        return server + " runs " + counted(seen(tasks)->clusterReplicators, "Cluster Replicator") +
               weakness(tasks.witness);
    case Replicator::missing:
        return "the task list of " + server + " has no Cluster Replicator" + weakness(tasks.witness) +
               (seen(statistics) == nullptr ? "" : "; its statistics are from an earlier time");
    case Replicator::hasRun:
        return server + " has " + std::to_string(seen(statistics)->values.size()) +
               " statistics Replica.Cluster.*, so its cluster replicator has run since the server was "
               "started (weaker than the task list: statistics remain when the task ends); the tasks: " +
               because(reasonOf(tasks)) + weakness(statistics.witness);
    case Replicator::unknown:
        break;
    }
    return server + ": tasks: " + because(reasonOf(tasks)) + "; statistics: " + because(reasonOf(statistics));
}

std::string evidence(const DominoFacts& facts) {
    return sentences({evidenceOf(facts, Role::primary), evidenceOf(facts, Role::standby)});
}

/// Refusing the console is not refusing the server.
std::string remedyForUnknown(const DominoFacts& facts, Role role) {
    const Reason reason = reasonOf(facts.replies.serverTasks.of(role));
    if (reason.kind != ReasonClass::noAccess)
        return remedyFor(facts, role, reason);
    return "Make " + shown(facts, Role::standby) + " a view-only administrator of " + shown(facts, role) +
           " (Administrator client, Configuration, Server, All Server Documents, Security)";
}

std::vector<Role> those(const DominoFacts& facts, Replicator wanted) {
    std::vector<Role> roles;
    for (const Role role : bothRoles)
        if (replicatorOf(facts, role) == wanted)
            roles.push_back(role);
    return roles;
}

std::string names(const DominoFacts& facts, const std::vector<Role>& roles) {
    std::vector<std::string> all;
    std::ranges::transform(roles, std::back_inserter(all), [&](Role role) { return shown(facts, role); });
    return joinedOnce(all, " and ");
}

} // namespace

Findings judgeClusterReplicator(const DominoFacts& facts) {
    if (const auto missing = those(facts, Replicator::missing); !missing.empty())
        return {blocker(
            ExitCode::domino, id, "The cluster replicator does not run on " + names(facts, missing),
            evidence(facts),
            "Enter load clrepl on the console of " + names(facts, missing) +
                ", and add CLREPL to ServerTasks in its notes.ini so that it runs after the next start")};
    if (const auto unknown = those(facts, Replicator::unknown); !unknown.empty()) {
        std::vector<std::string> remedies;
        std::ranges::transform(unknown, std::back_inserter(remedies),
                               [&](Role role) { return remedyForUnknown(facts, role); });
        Remedy remedy(joinedOnce(remedies));
        remedy.append("; or ", handOver(facts, unknown));
        return {
            unknownBlocker(ExitCode::domino, id,
                           "Setup can't tell whether the cluster replicator runs on " + names(facts, unknown),
                           evidence(facts), std::move(remedy))};
    }
    const bool allListed = those(facts, Replicator::runs).size() == bothRoles.size();
    return {passed(id,
                   allListed ? "The cluster replicator runs on both Domino servers"
                             : "The cluster replicator seems to run on both Domino servers",
                   evidence(facts))};
}

} // namespace bes::domino

// SPDX-License-Identifier: Apache-2.0
#include "domino/readiness.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "domino/verdicts.hpp"
#include "domino/verdicts/subjects.hpp"
#include "text/quantities.hpp"

namespace bes::domino {
namespace {

std::vector<Finding> problemsIn(const DominoFacts& facts) {
    std::vector<Finding> problems = verdicts(facts);
    std::erase_if(problems, [](const Finding& finding) {
        return finding.severity == Severity::passed || finding.severity == Severity::information;
    });
    return problems;
}

/// "187 of 250 state databases have a replica on the standby, 60 wait, 3 are behind".
std::string progressOf(const StateReplicas& found) {
    std::string text = std::to_string(found.matched) + " of " + counted(found.primary, "state database") +
                       (found.matched == 1 ? " has" : " have") + " a replica on the standby";
    if (found.missing.count > 0)
        text += ", " + std::to_string(found.missing.count) + (found.missing.count == 1 ? " waits" : " wait");
    if (found.stale.count > 0)
        text +=
            ", " + std::to_string(found.stale.count) + (found.stale.count == 1 ? " is" : " are") + " behind";
    return text;
}

Readiness faulty(Readiness readiness, std::string summary) {
    readiness.state = ReadinessState::fault;
    readiness.summary = std::move(summary);
    return readiness;
}

} // namespace

const std::vector<Topic>& readinessTopics() {
    static const std::vector<Topic> topics{
        Topic::identity,       Topic::reachability,     Topic::liveCluster, Topic::clusterMates,
        Topic::serverDocument, Topic::clusterDirectory, Topic::statistics,  Topic::serverTasks,
        Topic::stateFolder,    Topic::stateReplicas,    Topic::stateFlags,  Topic::directoryEntries,
        Topic::queue};
    return topics;
}

std::optional<double> queueDepth(const Replies& replies) {
    const auto& queue = replies.queue.primary;
    return queue.verdict == Verdict::yes ? queue.value->second.workQueueDepth : std::nullopt;
}

Readiness readinessOf(DominoFacts facts) {
    Readiness readiness;
    readiness.problems = problemsIn(facts);
    readiness.facts = std::move(facts);
    const Replies& replies = readiness.facts.replies;
    const auto blocker = std::ranges::find(readiness.problems, Severity::blocker, &Finding::severity);
    if (blocker != readiness.problems.end())
        return faulty(std::move(readiness), std::string(blocker->title));
    const auto& replicas = replies.stateReplicas;
    if (replicas.verdict == Verdict::unknown)
        return faulty(std::move(readiness),
                      "Setup can't tell how many state databases have a replica: " + replicas.reason->text);
    if (!replicas.value) // there is no folder on the primary: it has no users yet
        return faulty(std::move(readiness), replicas.reason ? replicas.reason->text : "No state databases");
    const StateReplicas& found = *replicas.value;
    if (found.misplaced.count > 0)
        return faulty(std::move(readiness), counted(found.misplaced.count, "other database") +
                                                " on the standby blocks the path of a replica");
    readiness.summary = progressOf(found);
    const auto queue = queueDepth(replies);
    const bool behind = found.missing.count > 0 || found.stale.count > 0;
    if (!behind && queue && *queue > acceptableQueue)
        readiness.summary +=
            fmt::format("; the cluster replicator has {:.10g} databases in its queue", *queue);
    readiness.state =
        behind || (queue && *queue > acceptableQueue) ? ReadinessState::replicating : ReadinessState::ready;
    return readiness;
}

std::string_view toString(ReadinessState state) {
    switch (state) {
    case ReadinessState::ready:
        return "ready";
    case ReadinessState::replicating:
        return "replicating";
    case ReadinessState::fault:
        return "fault";
    }
    return {};
}

} // namespace bes::domino

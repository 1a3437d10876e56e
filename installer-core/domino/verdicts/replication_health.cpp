// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <fmt/format.h>

#include "domino/verdicts/subjects.hpp"
#include "domino/verdicts/wording.hpp"

namespace bes::domino {
namespace {

constexpr auto id = "domino.replication-health";

// As acceptableQueue (domino.md §2.8).
constexpr double goodUpTo = 10;

enum class Health { good, acceptable, unknown, bad }; ///< the later one counts for both servers

double largest(const QueueReading& reading) {
    return std::max(reading.workQueueDepth.value_or(0), reading.secondsOnQueue.value_or(0));
}

/// A queue of a few databases comes and goes: that it grows counts from where it is no longer short.
std::vector<std::string> complaints(const Queue& queue) {
    std::vector<std::string> found;
    const double now = largest(queue.second);
    if (now > goodUpTo && now > largest(queue.first))
        found.emplace_back("falls behind");
    else if (now > acceptableQueue)
        found.emplace_back("is behind");
    if (const double waiting = queue.second.retryWaiting.value_or(0); waiting > 0)
        found.push_back(fmt::format("has {:.10g} waiting for a retry", waiting));
    if (queue.first.failed && queue.second.failed && *queue.second.failed > *queue.first.failed)
        found.push_back(fmt::format("failed {:.10g} times between two readings",
                                    *queue.second.failed - *queue.first.failed));
    return found;
}

Health healthOf(const DominoFacts& facts, Role role) {
    const Queue* const queue = seen(facts.replies.queue.of(role));
    if (queue == nullptr)
        return Health::unknown;
    if (!complaints(*queue).empty())
        return Health::bad;
    if (!queue->second.workQueueDepth && !queue->second.secondsOnQueue)
        return Health::unknown;
    return largest(queue->second) > goodUpTo ? Health::acceptable : Health::good;
}

std::string change(const char* what, const std::optional<double>& first,
                   const std::optional<double>& second) {
    if (!second)
        return {};
    std::string text = fmt::format("{} {:.10g}", what, *second);
    if (first && *first != *second)
        text += fmt::format(" (before {:.10g})", *first);
    return text;
}

std::string evidenceOf(const DominoFacts& facts, Role role) {
    const auto& answer = facts.replies.queue.of(role);
    const Queue* const queue = seen(answer);
    if (queue == nullptr)
        return shown(facts, role) + ": " + because(reasonOf(answer));
    const QueueReading& first = queue->first;
    const QueueReading& second = queue->second;
    const std::string numbers =
        joinedOnce({change("databases waiting", first.workQueueDepth, second.workQueueDepth),
                    change("seconds waiting", first.secondsOnQueue, second.secondsOnQueue),
                    change("failed", first.failed, second.failed),
                    change("waiting for a retry", first.retryWaiting, second.retryWaiting)},
                   ", ");
    return shown(facts, role) + ": " + (numbers.empty() ? "the statistics don't show the queue" : numbers) +
           weakness(answer.witness);
}

std::string titleOfBad(const DominoFacts& facts) {
    std::vector<std::string> titles;
    for (const Role role : bothRoles)
        if (const Queue* const queue = seen(facts.replies.queue.of(role)))
            if (const auto found = complaints(*queue); !found.empty())
                titles.push_back("the cluster replicator of " + shown(facts, role) + " " +
                                 joinedOnce(found, ", "));
    return sentence(joinedOnce(titles, "; "));
}

} // namespace

// The remedies: domino.md §3.6. Changes that failed are tried again late, see domino.md §3.7.
Findings judgeReplicationHealth(const DominoFacts& facts) {
    const Health health = std::max(healthOf(facts, Role::primary), healthOf(facts, Role::standby));
    const std::string numbers =
        sentences({evidenceOf(facts, Role::primary), evidenceOf(facts, Role::standby)});
    const std::string measure =
        fmt::format(". Up to {} is good, up to {} is acceptable (a rule of thumb, not the vendor's)",
                    goodUpTo, acceptableQueue);
    switch (health) {
    case Health::good:
        return {passed(id, "Cluster replication keeps up on both Domino servers", numbers + measure)};
    case Health::acceptable:
        return {information(id, "Cluster replication is busy, but keeps up", numbers + measure)};
    case Health::unknown:
        return {information(id, "Setup can't tell whether cluster replication keeps up", numbers)};
    case Health::bad:
        break;
    }
    return {
        warning(id, titleOfBad(facts), numbers + measure,
                "Check show stat replica.cluster.* on the console, and that it can reach the other server. "
                "tell clrepl retry repeats what failed. If one cluster replicator is too slow, load a "
                "second one (load clrepl)")};
}

} // namespace bes::domino

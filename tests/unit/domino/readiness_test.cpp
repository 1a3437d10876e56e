// SPDX-License-Identifier: Apache-2.0
#include "domino/readiness.hpp"

#include "unit/domino/domino_samples.hpp"

using namespace bes;
using namespace bes::domino;
using Catch::Contains;

namespace {

Readiness readinessWith(const std::function<void(StateReplicas&)>& change) {
    return readinessOf(changed([&](Replies& replies) {
        StateReplicas replicas;
        replicas.primary = replicas.standby = replicas.matched = 250;
        change(replicas);
        const bool complete = replicas.missing.count == 0 && replicas.stale.count == 0;
        replies.stateReplicas =
            complete ? Reply<StateReplicas>::yes(replicas) : Reply<StateReplicas>::no(replicas);
    }));
}

} // namespace

TEST_CASE("A standby whose replicas are all there is ready") {
    const Readiness readiness = readinessWith([](StateReplicas&) {});
    CHECK(readiness.state == ReadinessState::ready);
    CHECK(readiness.summary == "250 of 250 state databases have a replica on the standby");
}

TEST_CASE("Replicas that are missing or behind are counted and waited for") {
    const Readiness missing = readinessWith([](StateReplicas& replicas) {
        replicas.matched = 190;
        replicas.missing.count = 60;
    });
    CHECK(missing.state == ReadinessState::replicating);
    CHECK(missing.summary == "190 of 250 state databases have a replica on the standby, 60 wait");
    const Readiness stale = readinessWith([](StateReplicas& replicas) { replicas.stale.count = 1; });
    CHECK(stale.state == ReadinessState::replicating);
    CHECK_THAT(stale.summary, Contains("1 is behind"));
}

TEST_CASE("A long queue of the cluster replicator is waited for") {
    const auto withQueue = [](double depth) {
        return readinessOf(changed([&](Replies& replies) {
            Queue queue;
            queue.first.workQueueDepth = queue.second.workQueueDepth = depth;
            replies.queue.primary = Reply<Queue>::yes(queue);
        }));
    };
    CHECK(withQueue(15).state == ReadinessState::ready);
    CHECK(withQueue(16).state == ReadinessState::replicating);
    CHECK_THAT(withQueue(16).summary, Contains("16"));
    CHECK_THAT(withQueue(1e300).summary, Contains("1e+300")); // a server may write any number
}

TEST_CASE("Another database in the place of a replica never becomes one: a fault") {
    const Readiness readiness = readinessWith([](StateReplicas& replicas) {
        replicas.misplaced.count = 2;
        replicas.missing.count = 2;
    });
    CHECK(readiness.state == ReadinessState::fault);
    CHECK_THAT(readiness.summary, Contains("2 other databases"));
}

TEST_CASE("Without a working cluster, or without answers, the standby is not ready") {
    const Readiness alone = readinessOf(changed([](Replies& replies) {
        replies.liveCluster.standby = Reply<LiveCluster>::no(reason(ReasonClass::notClustered));
    }));
    CHECK(alone.state == ReadinessState::fault);
    CHECK_FALSE(alone.problems.empty());
    CHECK(readinessOf(DominoFacts{}).state == ReadinessState::fault);
    const Readiness uncounted = readinessOf(changed([](Replies& replies) {
        replies.stateReplicas = Reply<StateReplicas>::unknown(reason(ReasonClass::noAccess, "No access"));
    }));
    CHECK(uncounted.state == ReadinessState::fault);
    CHECK_THAT(uncounted.summary, Contains("No access"));
}

// SPDX-License-Identifier: Apache-2.0
#include "models/replication_watch.hpp"

#include <chrono>
#include <condition_variable>
#include <mutex>

#include "models/fields_of_answers.hpp"
#include "models/words.hpp"
#include "setup.hpp"
#include "standby_status.hpp"

namespace bes::wizard {
namespace {

using domino::ReadinessState;

constexpr std::chrono::seconds askAgainAfter{5};

std::string headlineOf(ReadinessState state) {
    switch (state) {
    case ReadinessState::ready:
        return words("Replication", "Ready: the standby can take over");
    case ReadinessState::replicating:
        return words("Replication", "Domino is replicating");
    case ReadinessState::fault:
        break;
    }
    return words("Replication", "Replication has a fault, or its state is unknown");
}

Severity severityOf(ReadinessState state) {
    switch (state) {
    case ReadinessState::ready:
        return Severity::passed;
    case ReadinessState::replicating:
        return Severity::information;
    case ReadinessState::fault:
        break;
    }
    return Severity::warning;
}

/// Where the counts don't tell it, the first thing that is wrong.
std::string problemIn(const domino::Readiness& readiness) {
    if (readiness.state != ReadinessState::fault)
        return {};
    for (const Finding& finding : readiness.problems)
        if (finding.severity == Severity::blocker)
            return finding.title + ": " + finding.evidence + ". " + shownRemedy(finding);
    return readiness.summary + ".";
}

/// False after a stop.
bool wait(std::chrono::seconds time, const std::stop_token& stop) {
    std::mutex mutex;
    std::condition_variable_any nobody;
    std::unique_lock lock(mutex);
    nobody.wait_for(lock, stop, time, [] { return false; });
    return !stop.stop_requested();
}

} // namespace

std::string replicaCounts(const domino::StateReplicas& found) {
    std::string text =
        filled(words("Replication", "%1 of %2 state databases have a replica on the standby, %3 wait, %4 are "
                                    "behind."),
               std::to_string(found.matched), std::to_string(found.primary),
               std::to_string(found.missing.count), std::to_string(found.stale.count));
    if (found.misplaced.count > 0)
        text += " " + filled(words("Replication", "Blocked by a different database at the same path: %1."),
                             std::to_string(found.misplaced.count));
    return text;
}

ReplicationState replicationState(const domino::Readiness& readiness) {
    ReplicationState state{severityOf(readiness.state), headlineOf(readiness.state), {}, {}};
    const domino::Replies& replies = readiness.facts.replies;
    if (const auto& found = replies.stateReplicas.value) {
        state.text = replicaCounts(*found);
        state.replicas = Replication{found->matched, found->primary};
    }
    const auto queue = domino::queueDepth(replies);
    if (queue && *queue >= 1)
        state.text += " " + filled(words("Replication", "Queue of the cluster replicator: %1."),
                                   std::to_string(static_cast<std::uint64_t>(*queue)));
    if (const std::string problem = problemIn(readiness); !problem.empty())
        state.text += (state.text.empty() ? "" : "\n") + problem;
    return state;
}

ReplicationWatch::~ReplicationWatch() {
    for (auto& [number, thread] : threads_)
        thread.request_stop();
    threads_.clear(); // joins
}

void ReplicationWatch::start(const Receipt& receipt, const std::filesystem::path& root) {
    stop();
    const std::uint64_t number = ++watch_;
    const auto ask = [this, number, receipt, root](const std::stop_token& stop) {
        for (auto state = ReadinessState::fault; !stop.stop_requested();) {
            const domino::Readiness readiness = bes::readiness(receipt, root, stop);
            state = readiness.state;
            if (!stop.stop_requested()) // otherwise that answer was cut off
                QMetaObject::invokeMethod(this, [this, number, said = replicationState(readiness)] {
                    if (number == watch_)
                        Q_EMIT told(said);
                });
            if (state == ReadinessState::ready || !wait(askAgainAfter, stop))
                break;
        }
        // it has ended by then: joining takes no time
        QMetaObject::invokeMethod(this, [this, number] { threads_.erase(number); });
    };
    threads_.emplace(number, std::jthread(ask));
}

void ReplicationWatch::stop() {
    if (const auto thread = threads_.find(watch_); thread != threads_.end())
        thread->second.request_stop();
    ++watch_;
}

} // namespace bes::wizard

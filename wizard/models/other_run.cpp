// SPDX-License-Identifier: Apache-2.0
#include "models/other_run.hpp"

#include <chrono>
#include <condition_variable>
#include <mutex>

#include "models/words.hpp"

namespace bes::wizard {
namespace {

using State = FollowedRun::State;

/// A step takes longer than this, or is not worth watching.
constexpr std::chrono::milliseconds pause{250};

/// False after a stop.
bool wait(std::chrono::milliseconds time, const std::stop_token& stop) {
    std::mutex mutex;
    std::condition_variable_any nobody;
    std::unique_lock lock(mutex);
    nobody.wait_for(lock, stop, time, [] { return false; });
    return !stop.stop_requested();
}

std::string whoDoes(const FollowedRun& now) {
    return now.holder ? describe(*now.holder) : std::string();
}

OtherRunWords howItEnded(const PastRun& run) {
    if (run.ending == Ending::interrupted)
        return {Severity::warning, words("OtherRun", "The other run of setup was interrupted"),
                words("OtherRun", "It can be rolled back or finished here.")};
    if (run.ending == Ending::rolledBack)
        return {Severity::warning, words("OtherRun", "The other run of setup was rolled back"),
                run.record.failure ? run.record.failure->what + ": " + run.record.failure->why
                                   : std::string()};
    return {Severity::passed, words("OtherRun", "The other run of setup is done"),
            run.record.failure ? run.record.failure->what + ": " + run.record.failure->why : std::string()};
}

} // namespace

OtherRunWords otherRunWords(const FollowedRun& now) {
    const std::string headline = words("OtherRun", "Another run of setup is in progress");
    switch (now.state) {
    case State::checking:
        return {Severity::information, headline,
                filled(words("OtherRun", "It is checking this computer, and has changed nothing yet: %1."),
                       whoDoes(now))};
    case State::steps:
        return {Severity::information, headline,
                filled(words("OtherRun", "%1 of %2 steps are done: %3."), std::to_string(now.stepsDone()),
                       std::to_string(now.steps.size()), whoDoes(now))};
    case State::hidden:
        return {Severity::information, headline,
                filled(words("OtherRun", "%1.\nOnly an administrator can see its steps: start the wizard as "
                                         "root, or type \"%2\". This page tells when it has ended."),
                       whoDoes(now), "sudo bes-standby-setup status --follow")};
    case State::over:
        return howItEnded(*now.run);
    case State::unseen:
        return {Severity::information, words("OtherRun", "The other run of setup has ended"),
                words("OtherRun", "Only an administrator can see how.")};
    case State::nothing:
        break;
    }
    return {Severity::information, words("OtherRun", "The other run of setup has ended"),
            words("OtherRun", "It has changed nothing.")};
}

OtherRunWatch::~OtherRunWatch() {
    for (auto& [number, thread] : threads_)
        thread.request_stop();
    threads_.clear(); // joins
}

void OtherRunWatch::start(const std::filesystem::path& root) {
    stop();
    const std::uint64_t number = ++watch_;
    threads_.emplace(number, std::jthread([this, number, root](const std::stop_token& stop) {
                         watch(number, root, stop);
                     }));
}

void OtherRunWatch::stop() {
    if (const auto thread = threads_.find(watch_); thread != threads_.end())
        thread->second.request_stop();
    ++watch_;
}

void OtherRunWatch::watch(std::uint64_t number, const std::filesystem::path& root,
                          const std::stop_token& stop) {
    RunFollower follower(root);
    std::optional<FollowedRun> before;
    do {
        auto now = follower.look();
        if (!now) {
            QMetaObject::invokeMethod(this, [this, number, why = now.error()] {
                if (number == watch_)
                    Q_EMIT failed(why);
            });
            break;
        }
        if (!before || before->state != now->state || before->steps != now->steps)
            QMetaObject::invokeMethod(this, [this, number, now = *now] {
                if (number == watch_)
                    Q_EMIT told(now);
            });
        before = std::move(*now);
    } while (before->underWay() && wait(pause, stop));
    // it has ended by then: joining takes no time
    QMetaObject::invokeMethod(this, [this, number] { threads_.erase(number); });
}

} // namespace bes::wizard

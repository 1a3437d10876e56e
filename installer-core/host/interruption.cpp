// SPDX-License-Identifier: Apache-2.0
#include "host/interruption.hpp"

#include <chrono>
#include <mutex>
#include <thread>
#include <utility>

#include "host/raw_output.hpp"
#include "host/run_lock.hpp"
#include "host/stop_wishes.hpp"
#include "host/waiting_output.hpp"

namespace bes::host {
namespace {

constexpr std::chrono::seconds patience{1};            ///< with a process that could react by itself
constexpr std::chrono::milliseconds lastPatience{500}; ///< with who reads the last words

/// Changes begin and the process ends one after the other, never at once.
struct Course {
    std::mutex mutex;
    std::optional<LastWords> lastWords;
    int changes = 0; ///< under way
    bool stopping = false;
};

/// For as long as the process lives: the thread below does not end.
Course& course() {
    static Course& course = *new Course;
    return course;
}

/// Whoever reads it may be the reason why the process hangs: this does not.
void say(int descriptor, const std::string& text) {
    if (!text.empty())
        WaitingOutput::of(descriptor).add(text);
}

void endUnlessChanging() {
    Course& now = course();
    const std::lock_guard lock(now.mutex);
    if (!now.lastWords)
        return;
    if (now.changes > 0) {
        if (!std::exchange(now.stopping, true))
            say(standardErrorNumber, now.lastWords->whileChanging);
        return;
    }
    say(standardOutputNumber, now.lastWords->output);
    say(standardErrorNumber, now.lastWords->errors);
    for (const int descriptor : {standardOutputNumber, standardErrorNumber})
        WaitingOutput::of(descriptor).waitUntilWritten(lastPatience);
    RunLock::removeFiles();
    endAtOnce(now.lastWords->exitCode);
}

/// Of which the token is.
std::stop_source& wholeProcess() {
    static std::stop_source& source = *new std::stop_source;
    return source;
}

std::stop_token start() {
    listenForStops();
    return wholeProcess().get_token();
}

} // namespace

std::stop_token stopOnSignals() {
    static const std::stop_token token = start();
    return token;
}

void askedToStop() {
    wholeProcess().request_stop();
    std::this_thread::sleep_for(patience);
    endUnlessChanging();
}

std::stop_token stopOfProcess() {
    return wholeProcess().get_token();
}

void askToStop() {
    wholeProcess().request_stop();
}

void endSoonAfterSignals(LastWords words) {
    {
        const std::lock_guard lock(course().mutex);
        course().lastWords = std::move(words);
    }
    [[maybe_unused]] const std::stop_token listening = stopOnSignals();
}

void endByItself() {
    const std::lock_guard lock(course().mutex);
    course().lastWords.reset();
}

ChangesUnderWay::ChangesUnderWay() {
    const std::lock_guard lock(course().mutex);
    ++course().changes;
}

ChangesUnderWay::~ChangesUnderWay() {
    const std::lock_guard lock(course().mutex);
    --course().changes;
}

void ChangesUnderWay::stopping() {
    const std::lock_guard lock(course().mutex);
    course().stopping = true;
}

Failure cancelled() {
    return {ExitCode::cancelled, "run.cancelled", "The run was cancelled", "you or the system cancelled it",
            "Run the same command again when you want to continue."};
}

} // namespace bes::host

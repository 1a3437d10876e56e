// SPDX-License-Identifier: Apache-2.0
#include "commands/watch.hpp"

#include <condition_variable>
#include <mutex>

#include <fmt/chrono.h>

#include "host/interruption.hpp"
#include "output/document.hpp"
#include "output/readiness_view.hpp"
#include "setup.hpp"
#include "standby_status.hpp"

namespace bes::app {
namespace {

using Clock = std::chrono::steady_clock;

std::string timeOfDay() {
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    return fmt::format("{:%H:%M:%S}", fmt::localtime(std::chrono::system_clock::to_time_t(now)));
}

/// True when the time has passed, false after a stop.
bool waitUntil(Clock::time_point time, const std::stop_token& stop) {
    std::mutex mutex;
    std::condition_variable_any nobody;
    std::unique_lock lock(mutex);
    nobody.wait_until(lock, stop, time, [] { return false; });
    return !stop.stop_requested();
}

/// Writes what has changed.
class Watcher {
public:
    explicit Watcher(const Invocation& invocation) : json_(invocation.json()), console_(invocation.console) {}

    void show(const domino::Readiness& readiness) {
        const std::string said = fmt::format("{} {}", toString(readiness.state), readiness.summary);
        const bool news = said != said_;
        said_ = said;
        Page& page = console_.out;
        if (json_) {
            Json line = document("readiness");
            line["time"] = fmt::format("{:%FT%TZ}", fmt::gmtime(std::time(nullptr)));
            line.update(readinessJson(readiness));
            writeLine(line, page);
        } else if (console_.outIsTerminal) {
            page.stream() << "\r\x1b[K";
            for (const Cell& cell : readinessLine(readiness, timeOfDay()))
                page.stream() << page.styled(cell.text, cell.tone);
            page.stream() << std::flush;
        } else if (news) {
            page.line(readinessLine(readiness, timeOfDay()));
            page.stream() << std::flush;
        }
    }

    void end() {
        if (!json_ && console_.outIsTerminal)
            console_.out.stream() << '\n';
    }

private:
    bool json_;
    Console& console_;
    std::string said_;
};

} // namespace

ExitCode codeOf(domino::ReadinessState state) {
    switch (state) {
    case domino::ReadinessState::ready:
        return ExitCode::success;
    case domino::ReadinessState::replicating:
        return ExitCode::replicating;
    case domino::ReadinessState::fault:
        break;
    }
    return ExitCode::fault;
}

ExitCode watch(const Invocation& invocation, const Receipt& receipt, const std::filesystem::path& root,
               const WatchTimes& times) {
    const std::stop_token stop = host::stopOnSignals();
    const Clock::time_point begin = Clock::now();
    const auto end = times.limit.count() == 0 ? Clock::time_point::max() : begin + times.limit;
    Watcher watcher(invocation);
    auto state = domino::ReadinessState::fault;
    for (Clock::time_point next = begin; !stop.stop_requested();) {
        const domino::Readiness readiness = bes::readiness(receipt, root, stop);
        if (stop.stop_requested())
            break; // that answer was cut off
        state = readiness.state;
        watcher.show(readiness);
        next = std::max(next + times.every, Clock::now());
        if (state == domino::ReadinessState::ready || next >= end || !waitUntil(next, stop))
            break;
    }
    watcher.end();
    return codeOf(state);
}

} // namespace bes::app

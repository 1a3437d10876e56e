// SPDX-License-Identifier: Apache-2.0
#include "commands/follow.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "history.hpp"
#include "host/interruption.hpp"
#include "journal/run_under_way.hpp"
#include "model/try.hpp"
#include "output/document.hpp"
#include "output/findings_view.hpp"
#include "output/history_view.hpp"
#include "text/utc.hpp"
#include "waiting.hpp"

namespace bes::app {
namespace {

/// A step takes longer than this, or is not worth watching.
constexpr std::chrono::milliseconds pause{250};

/// Writes what has changed since it wrote the last time.
class Follower {
public:
    explicit Follower(const Invocation& invocation)
        : json_(invocation.json()), console_(invocation.console) {}

    void begins(const host::LockHolder& holder) {
        if (!json_ && !std::exchange(began_, true))
            console_.out.line({"In progress: " + host::describe(holder), Tone::strong});
    }

    void show(const Replay& now) {
        if (now.steps == steps_ && now.run.ending == ending_)
            return;
        if (json_)
            writeLine(lineOf(now), console_.out);
        else
            showSteps(now);
        console_.out.stream() << std::flush;
        steps_ = now.steps;
        ending_ = now.run.ending;
    }

    void ends(const PastRun& run) {
        if (json_)
            return; // the last line has said it
        console_.out.line(
            Row{fmt::format("The {} {} has ended: ", run.record.command, run.record.id), endingOf(run)});
        if (run.record.failure)
            showFailure(*run.record.failure, console_.out);
        if (run.ending == Ending::interrupted)
            console_.out.line("Roll it back or finish it: bes-standby-setup recover");
    }

private:
    void showSteps(const Replay& now) {
        for (std::size_t i = 0; i < now.steps.size() && i < now.plan.steps.size(); ++i) {
            const journal::RecordedStep& step = now.steps[i];
            const bool news = i >= steps_.size() || steps_[i].state != step.state;
            if (news && step.state != journal::StepState::pending)
                console_.out.line(Row{{timeOf(step), Tone::faint},
                                      fmt::format("  {:>2} of {}  ", i + 1, now.steps.size()),
                                      wordOf(step.state),
                                      "  " + now.plan.steps[i].title});
        }
    }

    static std::string timeOf(const journal::RecordedStep& step) {
        const std::string& time = step.endedAt.empty() ? step.beganAt : step.endedAt;
        return time.size() == 20 ? time.substr(11, 8) : "        ";
    }

    static Cell wordOf(journal::StepState state) {
        if (state == journal::StepState::begun)
            return "begins";
        return state == journal::StepState::done ? Cell("done  ", Tone::good) : Cell("undone", Tone::warning);
    }

    static Json lineOf(const Replay& now) {
        Json line = document("follow");
        line["time"] = utcNow();
        line["run"] = now.run.record.id;
        line["command"] = now.run.record.command;
        line["outcome"] = toString(now.run.ending);
        line["steps"] = now.steps.size();
        line["steps_done"] =
            std::ranges::count(now.steps, journal::StepState::done, &journal::RecordedStep::state);
        line["step"] = nullptr;
        for (std::size_t i = 0; i < now.steps.size() && i < now.plan.steps.size(); ++i)
            if (now.steps[i].state == journal::StepState::begun)
                line["step"] = {{"id", now.steps[i].id}, {"title", now.plan.steps[i].title}};
        line["exit_code"] =
            now.run.ending == Ending::underWay ? Json(nullptr) : exitCodeJson(now.run.exitCode());
        return line;
    }

    bool json_;
    bool began_ = false;
    Console& console_;
    std::vector<journal::RecordedStep> steps_;
    std::optional<Ending> ending_;
};

/// Tells that there is nothing to follow, and what was last.
ExitCode nothingUnderWay(const Invocation& invocation, const std::vector<PastRun>& runs) {
    if (invocation.json()) {
        Json line = document("follow");
        line["time"] = utcNow();
        line["run"] = nullptr;
        line["outcome"] = "none";
        writeLine(line, invocation.console.out);
        return ExitCode::success;
    }
    Page& page = invocation.console.out;
    page.line("No run is in progress.");
    if (!runs.empty())
        page.line(
            Row{fmt::format("The last one: {} {}: ", runs.front().record.command, runs.front().record.id),
                endingOf(runs.front())});
    return ExitCode::success;
}

bool pauseBefore(const std::stop_token& stop) {
    return waitUntil(std::chrono::steady_clock::now() + pause, stop);
}

/// Until a run that holds the lock has begun to change something. Empty: it has ended without that.
Result<std::optional<PastRun>> waitForBegin(const host::Root& root, Follower& follower,
                                            const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        TRY_ASSIGN(const auto runs, pastRuns(root.folder()));
        if (!runs.empty() && runs.front().ending == Ending::underWay)
            return std::optional(runs.front());
        const auto holder = journal::runUnderWay(root);
        if (!holder)
            return std::nullopt;
        follower.begins(*holder);
        if (!pauseBefore(stop))
            break;
    }
    return fail(host::cancelled());
}

} // namespace

Result<ExitCode> followRun(const Invocation& invocation, const std::filesystem::path& path) {
    const host::Root root(path);
    const std::stop_token stop = host::stopOnSignals();
    Follower follower(invocation);
    TRY_ASSIGN(const auto begun, waitForBegin(root, follower, stop));
    if (!begun) {
        TRY_ASSIGN(const auto runs, pastRuns(path));
        return nothingUnderWay(invocation, runs);
    }
    PastRun run = *begun;
    if (run.holder)
        follower.begins(*run.holder);
    for (;;) {
        TRY_ASSIGN(const auto now, replay(path, run));
        follower.show(now);
        if (run.ending != Ending::underWay)
            break;
        if (!pauseBefore(stop))
            return fail(host::cancelled());
        TRY_ASSIGN(const auto runs, pastRuns(path));
        TRY_ASSIGN(run, findRun(runs, run.record.id));
    }
    follower.ends(run);
    return run.exitCode();
}

} // namespace bes::app

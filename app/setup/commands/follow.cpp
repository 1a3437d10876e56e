// SPDX-License-Identifier: Apache-2.0
#include "commands/follow.hpp"

#include <fmt/format.h>

#include "host/interruption.hpp"
#include "host/root.hpp"
#include "host/run_lock.hpp"
#include "model/system_words.hpp"
#include "model/try.hpp"
#include "output/document.hpp"
#include "output/findings_view.hpp"
#include "output/history_view.hpp"
#include "output/status_json.hpp"
#include "run_follower.hpp"
#include "text/utc.hpp"
#include "waiting.hpp"

namespace bes::app {
namespace {

using State = FollowedRun::State;

/// A step takes longer than this, or is not worth watching.
constexpr std::chrono::milliseconds pause{250};

/// "under-way", "done", …: of a run that can be seen, its ending.
std::string_view outcomeOf(const FollowedRun& now) {
    switch (now.state) {
    case State::nothing:
        return "none";
    case State::checking:
        return "checking";
    case State::hidden:
        return "hidden";
    case State::unseen:
        return "unseen";
    case State::steps:
    case State::over:
        break;
    }
    return now.run ? toString(now.run->ending) : "unseen"; // both states have seen a run
}

ExitCode codeOf(const FollowedRun& now) {
    if (now.state == State::unseen)
        return ExitCode::privileges;
    return now.run ? now.run->exitCode() : ExitCode::success;
}

Json lineOf(const FollowedRun& now) {
    Json line = document("follow");
    line["time"] = utcNow();
    line["outcome"] = outcomeOf(now);
    line["under_way"] = now.underWay() && now.holder ? holderJson(*now.holder) : Json(nullptr);
    line["run"] = nullptr;
    line["exit_code"] = now.underWay() ? Json(nullptr) : exitCodeJson(codeOf(now));
    if (!now.run)
        return line;
    line["run"] = now.run->record.id;
    line["command"] = now.run->record.command;
    line["steps"] = now.steps.size();
    line["steps_done"] = now.stepsDone();
    line["step"] = nullptr;
    if (const auto step = now.stepInProgress(); step && *step < now.plan->steps.size())
        line["step"] = {{"id", now.steps[*step].id}, {"title", now.plan->steps[*step].title}};
    return line;
}

/// Writes what has changed since it wrote the last time.
class Follower {
public:
    explicit Follower(const Invocation& invocation)
        : json_(invocation.json()), page_(invocation.console.out) {}

    void show(const FollowedRun& now) {
        if (before_.state == now.state && before_.steps == now.steps && shown_)
            return;
        shown_ = true;
        if (json_)
            writeLine(lineOf(now), page_);
        else
            showChanges(now);
        page_.stream() << std::flush;
        before_ = now;
    }

private:
    void showChanges(const FollowedRun& now) {
        if (now.holder && !std::exchange(introduced_, true))
            page_.line({"In progress: " + host::describe(*now.holder), Tone::strong});
        if (now.run)
            showSteps(now);
        if (now.state == State::hidden)
            page_.line(
                fmt::format("Its steps can be seen by an administrator only: run the same command as {}. "
                            "Waiting for its end.",
                            administratorOf(host::thisSystem())));
        if (now.state == State::over && now.run)
            showEnd(*now.run);
        if (now.state == State::unseen)
            page_.line("It has ended. How, can be seen by an administrator only: "
                       "bes-standby-setup history");
        if (now.state == State::nothing)
            page_.line(introduced_ ? "It has ended, and changed nothing." : "No run is in progress.");
    }

    void showSteps(const FollowedRun& now) {
        const auto& steps = now.plan->steps;
        for (std::size_t i = 0; i < now.steps.size() && i < steps.size(); ++i) {
            const journal::RecordedStep& step = now.steps[i];
            const bool news = i >= before_.steps.size() || before_.steps[i].state != step.state;
            if (news && step.state != journal::StepState::pending)
                page_.line(Row{{timeOf(step), Tone::faint},
                               fmt::format("  {:>2} of {}  ", i + 1, now.steps.size()),
                               wordOf(step.state),
                               "  " + steps[i].title});
        }
    }

    void showEnd(const PastRun& run) {
        page_.line(
            Row{fmt::format("The {} {} has ended: ", run.record.command, run.record.id), endingOf(run)});
        if (run.record.failure)
            showFailure(*run.record.failure, page_);
        if (run.ending == Ending::interrupted)
            page_.line("Roll it back or finish it: bes-standby-setup recover");
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

    bool json_;
    Page& page_;
    bool shown_ = false;
    bool introduced_ = false;
    FollowedRun before_;
};

/// What was last, where this account may see it.
void showLast(const std::filesystem::path& root, Page& page) {
    const auto runs = pastRuns(root);
    if (runs && !runs->empty())
        page.line(
            Row{fmt::format("The last one: {} {}: ", runs->front().record.command, runs->front().record.id),
                endingOf(runs->front())});
}

} // namespace

Result<ExitCode> followRun(const Invocation& invocation, const std::filesystem::path& root) {
    const std::stop_token stop = host::stopOnSignals();
    RunFollower follower(root);
    Follower shown(invocation);
    for (;;) {
        TRY_ASSIGN(const auto now, follower.look());
        shown.show(now);
        if (!now.underWay()) {
            if (now.state == State::nothing && !now.holder && !invocation.json())
                showLast(root, invocation.console.out);
            return codeOf(now);
        }
        if (!waitUntil(std::chrono::steady_clock::now() + pause, stop))
            return fail(host::cancelled());
    }
}

} // namespace bes::app

// SPDX-License-Identifier: Apache-2.0
#include "history.hpp"

#include <algorithm>

#include "answers/answers.hpp"
#include "journal/journal.hpp"
#include "journal/run_under_way.hpp"
#include "model/try.hpp"
#include "runs.hpp"
#include "text/utc.hpp"

namespace bes {
namespace {

using journal::RunState;
using journal::StepState;

Ending endingOf(const journal::RecordedRun& run, bool underWay) {
    if (run.state == RunState::ended)
        return Ending::done;
    if (run.state == RunState::undone)
        return Ending::rolledBack;
    return underWay ? Ending::underWay : Ending::interrupted;
}

tl::unexpected<Failure> unknownRun(const std::string& named, const std::vector<PastRun>& runs,
                                   const std::string& why) {
    std::vector<std::string> ids;
    for (const PastRun& run : runs)
        ids.push_back(run.record.id);
    const auto near = answers::nearest(named, ids);
    return fail(ExitCode::usage, "run.unknown", "There is no run " + named,
                near ? "did you mean " + *near + "?" : why,
                {"Choose a run of the list.", {}, "bes-standby-setup history"});
}

bool isSame(const Finding& a, const Finding& b) {
    return a.id == b.id && a.severity == b.severity && a.title == b.title;
}

} // namespace

std::optional<std::int64_t> PastRun::duration() const {
    const auto begin = timeOfUtc(record.beganAt);
    const auto end = timeOfUtc(record.endedAt);
    if (!begin || !end || *end < *begin)
        return std::nullopt;
    return *end - *begin;
}

ExitCode PastRun::exitCode() const {
    if (ending == Ending::interrupted)
        return ExitCode::unfinishedRun;
    if (ending == Ending::done)
        return record.failure ? ExitCode::notStarted : ExitCode::success;
    if (ending == Ending::rolledBack)
        return record.failure ? record.failure->code : ExitCode::failed;
    return ExitCode::success;
}

std::string_view toString(Ending ending) {
    switch (ending) {
    case Ending::underWay:
        return "under-way";
    case Ending::interrupted:
        return "interrupted";
    case Ending::rolledBack:
        return "rolled-back";
    case Ending::done:
        break;
    }
    return "done";
}

PastRun pastRun(journal::RecordedRun record, const std::optional<host::LockHolder>& holder) {
    // as in finishSteps()
    if (record.state == RunState::ended)
        record.stepsDone = record.steps;
    else if (record.state == RunState::committed)
        ++record.stepsDone;
    const Ending ending = endingOf(record, holder.has_value());
    return {std::move(record), ending, ending == Ending::underWay ? holder : std::nullopt};
}

void finishSteps(std::vector<journal::RecordedStep>& steps, const Plan& plan, journal::RunState run) {
    if (run != RunState::committed && run != RunState::ended)
        return;
    for (std::size_t i = 0; i < steps.size() && i < plan.steps.size(); ++i)
        if (commits(plan.steps[i]))
            steps[i].state = StepState::done;
}

Result<std::vector<PastRun>> pastRuns(const std::filesystem::path& path) {
    const host::Root root(path);
    // the lock before the journal: a run that ends between the two is over and not interrupted
    const auto holder = journal::runUnderWay(root);
    auto journal = journal::Journal::openExisting(root);
    if (!journal)
        return fail(causeOf(journal.error(), root));
    std::vector<PastRun> runs;
    if (!*journal)
        return runs;
    TRY_ASSIGN(auto records, (*journal)->runs());
    for (journal::RecordedRun& record : records)
        runs.push_back(pastRun(std::move(record), holder));
    return runs;
}

Result<PastRun> findRun(const std::vector<PastRun>& runs, const std::string& named) {
    if (runs.empty())
        return unknownRun(named, runs, "the journal of this computer has no runs");
    if (named == "last")
        return runs.front();
    std::vector<PastRun> meant;
    std::ranges::copy_if(runs, std::back_inserter(meant), [&](const PastRun& run) {
        return !named.empty() && run.record.id.starts_with(named);
    });
    if (meant.size() == 1)
        return meant.front();
    return unknownRun(named, runs,
                      meant.empty() ? "the newest is " + runs.front().record.id
                                    : std::to_string(meant.size()) + " runs begin so, the newest is " +
                                          meant.front().record.id);
}

Result<Replay> replay(const std::filesystem::path& path, const PastRun& run) {
    const host::Root root(path);
    auto journal = journal::Journal::openExisting(root);
    if (!journal)
        return fail(causeOf(journal.error(), root));
    if (!*journal)
        return unknownRun(run.record.id, {}, "the journal of this computer has no runs");
    TRY_ASSIGN(auto plan, (*journal)->planOf(run.record.id));
    TRY_ASSIGN(auto steps, (*journal)->stepsOf(run.record.id));
    TRY_ASSIGN(auto findings, (*journal)->findingsOf(run.record.id));
    finishSteps(steps, plan, run.record.state);
    return Replay{run, std::move(plan), std::move(steps), std::move(findings)};
}

FindingChanges compareFindings(const std::vector<Finding>& then, const std::vector<Finding>& now) {
    FindingChanges changes;
    changes.gone = then;
    for (const Finding& finding : now) {
        const auto before =
            std::ranges::find_if(changes.gone, [&](const Finding& known) { return isSame(known, finding); });
        if (before == changes.gone.end()) {
            changes.appeared.push_back(finding);
        } else {
            changes.gone.erase(before);
            ++changes.same;
        }
    }
    return changes;
}

} // namespace bes

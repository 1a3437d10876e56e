// SPDX-License-Identifier: Apache-2.0
#include "apply/apply.hpp"
#include "journal/journal.hpp"
#include "model/try.hpp"

namespace bes::apply {
namespace {

using journal::StepState;

Result<void> addSteps(journal::Journal& journal, const Plan& plan, Interruption& found) {
    bool undoing = false;
    std::vector<std::string> touched;
    for (std::size_t i = 0; i < plan.steps.size(); ++i) {
        TRY_ASSIGN(const auto state, journal.stepState(found.run.run, i));
        undoing = undoing || state == StepState::undone;
        if (state == StepState::done)
            ++found.stepsDone;
        if (found.committed && i >= firstAfterCommit(plan) && state != StepState::done)
            found.notYetDone.push_back(plan.steps[i].title);
        if (state == StepState::done || state == StepState::begun)
            touched.push_back(plan.steps[i].title);
    }
    if (undoing)
        found.notYetUndone = std::move(touched);
    return {};
}

Result<Interruption> interruption(journal::Journal& journal, UnfinishedRun run, bool committed) {
    TRY_ASSIGN(const auto plan, journal.planOf(run.run));
    Interruption found{std::move(run), committed, 0, plan.steps.size(), {}, {}, plan.request.database};
    TRY(addSteps(journal, plan, found));
    return found;
}

} // namespace

Result<std::optional<Interruption>> lookAtInterruptedRun(const host::Root& root) {
    TRY_ASSIGN(auto opened, journal::Journal::openExisting(root));
    std::optional<journal::Journal>& journal = opened;
    if (!journal)
        return std::nullopt;
    TRY_ASSIGN(const auto unfinished, journal->unfinishedRun());
    if (const std::optional<UnfinishedRun>& run = unfinished)
        return interruption(*journal, *run, false);
    TRY_ASSIGN(const auto committed, journal->committedRun());
    const std::optional<std::string>& run = committed;
    if (!run)
        return std::nullopt;
    TRY_ASSIGN(const auto begun, journal->beginOf(*run));
    return interruption(*journal, begun, true);
}

} // namespace bes::apply

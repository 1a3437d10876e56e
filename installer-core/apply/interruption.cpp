#include "apply/apply.hpp"
#include "journal/journal.hpp"

namespace bes::apply {
namespace {

using journal::StepState;

Result<void> addSteps(journal::Journal& journal, const Plan& plan, Interruption& found) {
    bool undoing = false;
    std::vector<std::string> touched;
    for (std::size_t i = 0; i < plan.steps.size(); ++i) {
        const auto state = journal.stepState(found.run.run, i);
        if (!state)
            return fail(state.error());
        undoing = undoing || *state == StepState::undone;
        if (*state == StepState::done)
            ++found.stepsDone;
        if (found.committed && i >= firstAfterCommit(plan) && *state != StepState::done)
            found.notYetDone.push_back(plan.steps[i].title);
        if (*state == StepState::done || *state == StepState::begun)
            touched.push_back(plan.steps[i].title);
    }
    if (undoing)
        found.notYetUndone = std::move(touched);
    return {};
}

Result<Interruption> interruption(journal::Journal& journal, UnfinishedRun run, bool committed) {
    const auto plan = journal.planOf(run.run);
    if (!plan)
        return fail(plan.error());
    Interruption found{std::move(run), committed, 0, plan->steps.size(), {}, {}, plan->request.database};
    if (auto added = addSteps(journal, *plan, found); !added)
        return fail(added.error());
    return found;
}

} // namespace

Result<std::optional<Interruption>> lookAtInterruptedRun(const host::Root& root) {
    auto opened = journal::Journal::openExisting(root);
    if (!opened)
        return fail(opened.error());
    std::optional<journal::Journal>& journal = *opened;
    if (!journal)
        return std::nullopt;
    const auto unfinished = journal->unfinishedRun();
    if (!unfinished)
        return fail(unfinished.error());
    if (const std::optional<UnfinishedRun>& run = *unfinished)
        return interruption(*journal, *run, false);
    const auto committed = journal->committedRun();
    if (!committed)
        return fail(committed.error());
    const std::optional<std::string>& run = *committed;
    if (!run)
        return std::nullopt;
    const auto begun = journal->beginOf(*run);
    if (!begun)
        return fail(begun.error());
    return interruption(*journal, *begun, true);
}

} // namespace bes::apply

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
    Interruption found{std::move(run), committed, 0, plan->steps.size(), {}, plan->request.database};
    if (auto added = addSteps(journal, *plan, found); !added)
        return fail(added.error());
    return found;
}

} // namespace

Result<std::optional<Interruption>> lookAtInterruptedRun(const host::Root& root) {
    auto journal = journal::Journal::openExisting(root);
    if (!journal)
        return fail(journal.error());
    if (!*journal)
        return std::nullopt;
    auto unfinished = (*journal)->unfinishedRun();
    if (!unfinished)
        return fail(unfinished.error());
    if (*unfinished)
        return interruption(**journal, std::move(**unfinished), false);
    const auto committed = (*journal)->committedRun();
    if (!committed)
        return fail(committed.error());
    if (!*committed)
        return std::nullopt;
    return (*journal)->beginOf(**committed).and_then([&](UnfinishedRun run) {
        return interruption(**journal, std::move(run), true);
    });
}

} // namespace bes::apply

// SPDX-License-Identifier: Apache-2.0
#include "apply/apply.hpp"

#include <fmt/format.h>

#include "apply/run.hpp"
#include "apply/undo_folders.hpp"
#include "host/exhaustion.hpp"
#include "host/root.hpp"
#include "host/safe_path.hpp"
#include "journal/public_receipt.hpp"
#include "journal/run_id.hpp"
#include "model/try.hpp"
#include "plan/places.hpp"

namespace bes::apply {
namespace {

using journal::StepState;

Result<void> performStep(Run& run, std::size_t index) {
    const Step& step = run.plan().steps[index];
    if (run.tools().stop.stop_requested() && index < firstAfterCommit(run.plan()))
        return fail(host::cancelled());
    TRY_ASSIGN(const auto before, run.journal().stepState(run.id(), index));
    run.tools().progress.stepStarted(index, step.id, step.title);
    auto done = run.journal().setStepState(run.id(), index, StepState::begun).and_then([&] {
        return act(run, index);
    });
    // a step that commits changes receipt and run in one transaction: there is nothing more to note
    if (done && !commits(step))
        done = run.journal().setStepState(run.id(), index, StepState::done);
    if (done) {
        run.stepDone(step);
        run.tools().progress.stepFinished(index, step.id);
    } else if (before == StepState::pending && !run.hasChanged(index)) {
        // where that can't be noted the undo looks, and finds nothing
        [[maybe_unused]] const auto noted = run.journal().setStepState(run.id(), index, StepState::undone);
    }
    return done;
}

/// With its full stop, so that another one can follow.
std::string sentence(std::string text) {
    if (!text.empty() && !text.ends_with('.'))
        text += '.';
    return text;
}

/// An undo needs less than what the system had no room for.
Result<void> performOrTell(Run& run, std::size_t index) {
    try {
        return performStep(run, index);
    } catch (const std::exception& error) {
        if (auto failure = host::exhausted(error))
            return fail(std::move(*failure));
        throw;
    }
}

/// The failure of a step as the person hears it, after all was undone (or not).
Failure afterUndo(const Step& step, Failure failure, const Result<void>& undone) {
    failure.what = fmt::format("{} (step {})", failure.what, step.id);
    if (!undone) {
        failure.code = ExitCode::undoIncomplete;
        failure.why = fmt::format("{}. {}: {}", failure.why, undone.error().what, undone.error().why);
        Remedy remedy(sentence(failure.remedy), failure.answers); // the command is that of what is left
        remedy.append(" ", remedyOf(undone.error()));
        setRemedy(failure, std::move(remedy));
    }
    return failure;
}

/// The progress counts the steps that were done before.
void beginWhatIsLeft(Run& run) {
    run.tools().progress.started(run.plan().steps.size(), totalWeight(run.plan()));
    for (std::size_t i = 0; i < firstAfterCommit(run.plan()); ++i)
        run.stepDone(run.plan().steps[i]);
}

/// The run has done what it should although it may not have told everybody: the next one tells.
void tellPublished(const Result<void>& published, Progress& progress) {
    if (!published)
        progress.note(fmt::format("{}: {} {}", published.error().what, sentence(published.error().why),
                                  published.error().remedy));
}

void publish(journal::Journal& journal, const host::Root& root, Progress& progress) {
    tellPublished(journal.receipt().and_then(
                      [&](const auto& receipt) { return journal::writePublicReceipt(root, receipt); }),
                  progress);
}

Result<void> finishCommitted(journal::Journal& journal, const Tools& tools, const host::Root& root) {
    TRY_ASSIGN(const auto committed, journal.committedRun());
    if (!committed)
        return {};
    TRY_ASSIGN(const auto plan, planOf(journal, *committed, root));
    TRY_ASSIGN(auto again, journal::Journal::open(root));
    Run run(std::move(again), *committed, plan, tools);
    if (firstAfterCommit(plan) < plan.steps.size())
        beginWhatIsLeft(run);
    return finish(run);
}

/// Of the folders that hold what was replaced, those that the run made: one that others put there meanwhile
/// stays. What is staged has no effect in the journal.
Result<std::vector<std::filesystem::path>> ownUndoFolders(Run& run) {
    TRY_ASSIGN(const auto made, run.foldersMade());
    std::vector<std::filesystem::path> own = undoFolders(run.plan());
    std::erase_if(own, [&](const std::filesystem::path& folder) {
        return !made.contains(folder) && !isStaging(run.plan(), folder);
    });
    own.push_back(plan::undoFolder(host::thisSystem()) /
                  run.id()); // what another run left may stand beside it
    return own;
}

/// They go before the first step after the commit begins. When one has begun, others may have their own
/// there again.
Result<void> removeKeptFolders(Run& run) {
    const std::size_t next = firstAfterCommit(run.plan());
    if (next < run.plan().steps.size()) {
        TRY_ASSIGN(const auto state, run.journal().stepState(run.id(), next));
        if (state != StepState::pending)
            return {};
    }
    TRY_ASSIGN(const auto own, ownUndoFolders(run));
    for (const std::filesystem::path& folder : own)
        TRY(host::removeTree(run.root(), folder));
    return {};
}

/// After the commit nothing is undone: the next run goes on.
Failure leftToDo(Failure failure, const Plan& plan) {
    failure.why = fmt::format("{}: {}", failure.what, failure.why);
    failure.what = fmt::format("The {} is not finished yet", plan.command);
    failure.remedy =
        fmt::format("{} Then run the same command again to finish it.", sentence(failure.remedy));
    return failure;
}

} // namespace

Result<void> performAll(Run& run) {
    run.tools().progress.started(run.plan().steps.size(), totalWeight(run.plan()));
    for (std::size_t i = 0; i < firstAfterCommit(run.plan()); ++i) {
        const Step& step = run.plan().steps[i];
        const auto state = run.journal().stepState(run.id(), i);
        if (state && *state == StepState::done) {
            run.stepDone(step);
            continue;
        }
        auto done = state ? performOrTell(run, i) : fail(state.error());
        if (done)
            continue;
        host::ChangesUnderWay::stopping();
        // where that can't be noted nobody will read why; the undo does not depend on it
        (void)run.journal().keepFailure(run.id(), done.error());
        run.tools().progress.undoStarted(done.error().what);
        const auto undone = undoAll(run);
        Failure failure = afterUndo(step, done.error(), undone);
        if (!undone)
            (void)run.journal().keepFailure(run.id(), failure); // as above
        return fail(std::move(failure));
    }
    auto finished = finish(run);
    if (finished || firstAfterCommit(run.plan()) == run.plan().steps.size()) {
        // what can't be tidied now is tidied by the next run: all is as planned all the same
        if (!finished)
            run.tools().progress.note(fmt::format("{}: {}", finished.error().what, finished.error().why));
        if (!run.notStarted().empty())
            (void)run.journal().keepFailure(run.id(),
                                            run.notStarted().front()); // for people: the run is done
        return {};
    }
    return fail(leftToDo(finished.error(), run.plan()));
}

Result<void> finish(Run& run) {
    if (run.recorded())
        tellPublished(journal::writePublicReceipt(run.root(), run.recorded()), run.tools().progress);
    else
        publish(run.journal(), run.root(), run.tools().progress);
    TRY(removeKeptFolders(run));
    for (std::size_t i = firstAfterCommit(run.plan()); i < run.plan().steps.size(); ++i) {
        TRY_ASSIGN(const auto state, run.journal().stepState(run.id(), i));
        // one that is done is not done again: what came back of others may look like what it takes away
        if (state == StepState::done)
            run.stepDone(run.plan().steps[i]);
        else if (auto done = performStep(run, i); !done)
            return done;
    }
    return run.journal().endCommittedRun(run.id());
}

Result<Applied> apply(const Plan& plan, const Tools& tools, const journal::RunOrigin& origin) {
    TRY_ASSIGN(auto journal, journal::Journal::open(host::Root(plan.request.root)));
    Run run(std::move(journal), journal::newRunId(), plan, tools);
    TRY(run.journal().beginRun(run.id(), plan, origin));
    TRY(performAll(run));
    return Applied{run.id(), run.notStarted()};
}

Result<Undone> undoInterruptedRun(const Request& request, const Tools& tools) {
    const host::Root root(request.root);
    TRY_ASSIGN(auto journal, journal::Journal::open(root));
    TRY(finishCommitted(journal, tools, root));
    publish(journal, root, tools.progress);
    TRY_ASSIGN(const auto unfinished, journal.unfinishedRun());
    if (!unfinished)
        return Undone::nothing;
    TRY_ASSIGN(const auto plan, planOf(journal, unfinished->run, root));
    tools.progress.undoStarted(
        fmt::format("the {} of {} was interrupted", unfinished->command, unfinished->since));
    Run run(std::move(journal), unfinished->run, plan, tools);
    TRY(undoAll(run));
    return run.notStarted().empty() ? Undone::all : Undone::allButStopped;
}

} // namespace bes::apply

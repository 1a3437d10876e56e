// SPDX-License-Identifier: Apache-2.0
#include "runs.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "host/accounts.hpp"
#include "host/own_process.hpp"
#include "journal/journal.hpp"
#include "journal/public_receipt.hpp"
#include "journal/run_under_way.hpp"
#include "journal/state_folder.hpp"
#include "model/findings.hpp"
#include "model/try.hpp"
#include "plan/make_plan.hpp"

namespace bes {

bool mayNotLook(const Failure& journalFailure) {
    return journalFailure.id == "state.private" && !host::isAdministrator();
}

Result<host::RunLock> lockRoot(const host::Root& root) {
    return journal::prepareStateFolder(root).and_then([&] { return journal::lock(root); });
}

Failure busyWith(const host::LockHolder& holder, std::string what) {
    return {ExitCode::busy, "run.busy", std::move(what),
            "Another run of setup is in progress: " + describe(holder),
            "Wait until that run has ended, then run setup again"};
}

Failure causeOf(Failure journalFailure, const host::Root& root) {
    if (const auto holder = journal::runUnderWay(root))
        return busyWith(*holder, std::move(journalFailure.what));
    if (journalFailure.code == ExitCode::failed) // nothing has begun
        journalFailure.code = ExitCode::blocked;
    return journalFailure;
}

Result<bool> interruptedRun(const host::Root& root) {
    auto journal = journal::Journal::openExisting(root);
    if (!journal)
        return mayNotLook(journal.error()) ? Result<bool>(false) : fail(causeOf(journal.error(), root));
    if (!*journal)
        return false;
    const auto unfinished = (*journal)->unfinishedRun();
    if (!unfinished)
        return fail(causeOf(unfinished.error(), root));
    const auto committed = (*journal)->committedRun();
    if (!committed)
        return fail(causeOf(committed.error(), root));
    return unfinished->has_value() || committed->has_value();
}

bool publicReceiptDiffers(const host::Root& root) {
    auto journal = journal::Journal::openExisting(root);
    if (!journal || !*journal)
        return false;
    const auto receipt = (*journal)->receipt();
    return receipt && !journal::isPublished(root, *receipt);
}

Result<host::RunLock> lockAndRecover(const Request& request, const apply::Tools& tools) {
    auto held = lockRoot(host::Root(request.root));
    if (!held)
        return held;
    TRY(apply::undoInterruptedRun(request, tools));
    return held;
}

apply::Tools applyTools(const RunTools& tools) {
    return {tools.passwords.database, tools.progress, tools.stop};
}

ExitCode exitCodeOf(const RunOutcome& outcome) {
    if (outcome.kind == RunOutcome::Kind::blocked)
        return exitCodeOf(outcome.findings);
    return outcome.notStarted.empty() ? ExitCode::success : ExitCode::notStarted;
}

Result<RunOutcome> execute(Inspection inspection, const apply::Tools& tools) {
    RunOutcome outcome;
    outcome.findings = std::move(inspection.findings);
    if (!inspection.plan) {
        outcome.kind = RunOutcome::Kind::blocked;
        return outcome;
    }
    outcome.plan = std::move(*inspection.plan);
    if (outcome.plan.steps.empty()) {
        outcome.kind = RunOutcome::Kind::nothingToDo;
        return outcome;
    }
    TRY_ASSIGN(auto applied, apply::apply(outcome.plan, tools, {host::personsAccount(), outcome.findings}));
    outcome.run = std::move(applied.run);
    outcome.notStarted = std::move(applied.notStarted);
    return outcome;
}

Result<void> expectSame(const Plan& made, const Plan& now) {
    const auto differences = plan::differences(made, now);
    if (differences.empty())
        return {};
    return fail(ExitCode::planOutdated, "plan.outdated", "The plan is outdated",
                fmt::format("{}", fmt::join(differences, "; ")),
                {"Make a new plan and review it", {}, "bes-standby-setup plan --json"});
}

} // namespace bes

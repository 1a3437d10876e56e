#include "run_begin.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "journal/journal.hpp"
#include "plan/make_plan.hpp"

namespace bes {
namespace {

std::filesystem::path lockFile(const host::Root& root) {
    return root.followed(journal::Journal::stateFolder()) / "lock";
}

} // namespace

Result<host::RunLock> lockRoot(const host::Root& root) {
    const std::filesystem::path folder = root.followed(journal::Journal::stateFolder());
    std::error_code problem;
    std::filesystem::create_directories(folder, problem);
    if (problem)
        return fail(ExitCode::failed, "run.lock", fmt::format("The folder {} can't be made", folder.string()),
                    problem.message(),
                    "Run setup as an administrator, on a file system that can be written.");
    return host::RunLock::acquire(lockFile(root));
}

std::optional<host::LockHolder> runUnderWay(const host::Root& root) {
    return host::RunLock::holder(lockFile(root));
}

Failure causeOf(Failure journalFailure, const host::Root& root) {
    if (const auto holder = runUnderWay(root))
        return {ExitCode::busy, "run.busy", std::move(journalFailure.what),
                "Another run of setup is under way: " + describe(*holder),
                "Wait until that run has ended, then run setup again"};
    return journalFailure;
}

Result<bool> interruptedRun(const host::Root& root) {
    auto journal = journal::Journal::openExisting(root);
    if (!journal)
        return fail(causeOf(journal.error(), root));
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

Result<host::RunLock> lockAndRecover(const Request& request, const apply::Tools& tools) {
    auto held = lockRoot(host::Root(request.root));
    if (!held)
        return held;
    const auto recovered = apply::undoInterruptedRun(request, tools);
    if (!recovered)
        return fail(recovered.error());
    return held;
}

Result<void> expectSame(const Plan& made, const Plan& now) {
    const auto differences = plan::differences(made, now);
    if (differences.empty())
        return {};
    return fail(ExitCode::planOutdated, "plan.outdated", "The plan can't be executed any more",
                fmt::format("{}", fmt::join(differences, "; ")),
                "Make a new plan and look at it (\"bes-standby-setup plan --json\").");
}

} // namespace bes

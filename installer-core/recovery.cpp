// SPDX-License-Identifier: Apache-2.0
#include "recovery.hpp"

#include "journal/run_under_way.hpp"
#include "model/try.hpp"
#include "runs.hpp"

namespace bes {
namespace {

Result<RecoveryOutcome> recoverUnderLock(const std::filesystem::path& root, Recovery how,
                                         const apply::Tools& tools) {
    // another one may have recovered it before the lock was ours
    TRY_ASSIGN(const auto interrupted, apply::lookAtInterruptedRun(host::Root(root)));
    if (!interrupted)
        return RecoveryOutcome::nothing;
    if (how == Recovery::resume && !interrupted->committed)
        return apply::resumeInterruptedRun(host::Root(root), tools).map([] {
            return RecoveryOutcome::finished;
        });
    Request request;
    request.root = root;
    const auto otherwise =
        interrupted->notYetDone.empty() ? RecoveryOutcome::tidied : RecoveryOutcome::finished;
    return apply::undoInterruptedRun(request, tools).map([&](apply::Undone undone) {
        return undone == apply::Undone::nothing ? otherwise
               : undone == apply::Undone::all   ? RecoveryOutcome::undone
                                                : RecoveryOutcome::undoneButStopped;
    });
}

} // namespace

Result<std::optional<Interruption>> interruption(const std::filesystem::path& root) {
    auto found = apply::lookAtInterruptedRun(host::Root(root));
    return found ? std::move(found) : fail(causeOf(found.error(), host::Root(root)));
}

Result<void> publishReceiptAgain(const std::filesystem::path& root, const apply::Tools& tools) {
    if (const auto holder = journal::runUnderWay(host::Root(root))) // perhaps it has not begun yet
        return fail(busyWith(*holder, "Setup can't tell whether a run was interrupted"));
    if (!publicReceiptDiffers(host::Root(root)))
        return {};
    Request request;
    request.root = root;
    return lockAndRecover(request, tools).map([](const host::RunLock&) {});
}

Result<RecoveryOutcome> recover(const std::filesystem::path& root, Recovery how, const apply::Tools& tools) {
    TRY_ASSIGN(const auto found, interruption(root));
    if (!found)
        return publishReceiptAgain(root, tools).map([] { return RecoveryOutcome::nothing; });
    const auto held = lockRoot(host::Root(root));
    return held ? recoverUnderLock(root, how, tools) : fail(held.error());
}

} // namespace bes

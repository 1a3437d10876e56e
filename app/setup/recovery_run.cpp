// SPDX-License-Identifier: Apache-2.0
#include "recovery_run.hpp"

#include <fmt/format.h>

#include "model/try.hpp"
#include "output/install_json.hpp"
#include "output/progress_view.hpp"
#include "output/recovery_view.hpp"
#include "run_failure.hpp"

namespace bes::app {
namespace {

Result<Secret> passwordFor(const RecoveryRun& run, const Interruption& found, Console& console) {
    auto password = run.password(found.database);
    if (password || run.how == Recovery::resume)
        return password;
    // the computer is put right all the same; the database's part stays in the journal
    console.errors.line(Row{{"warning: ", Tone::warning},
                            fmt::format("{}: {}", password.error().what, password.error().why)});
    return Secret();
}

ExitCode tellOutcome(RecoveryOutcome outcome, const std::filesystem::path& log, bool json, Console& console) {
    if (json)
        writeRecoveryOutcome(outcome, log, console.out);
    else
        showRecovery(outcome, console.out);
    return codeOf(outcome);
}

Result<ExitCode> recoverFrom(const Interruption& found, const RecoveryRun& run, bool json, Console& console,
                             std::stop_token stop) {
    TRY_ASSIGN(const auto password, passwordFor(run, found, console));
    RunLog log(host::Root(run.root), "recover", console.errors);
    log.say(fmt::format("bes-standby-setup {}: recover, {}: {}", BES_VERSION, toString(run.how),
                        describe(found)));
    auto shown = progressOn(console, json);
    LoggingProgress progress(log, *shown);
    const auto outcome = recover(run.root, run.how, {password, progress, std::move(stop), run.acceptStopped});
    shown.reset();
    if (outcome)
        log.ended(codeOf(*outcome));
    if (outcome)
        return tellOutcome(*outcome, log.file(), json, console);
    return tellFailure(outcome.error(), log, json, console);
}

} // namespace

Result<ExitCode> recoverAndTell(const RecoveryRun& run, bool json, Console& console, std::stop_token stop) {
    TRY_ASSIGN(const auto interrupted, interruption(run.root));
    if (!interrupted) {
        const auto shown = progressOn(console, json);
        TRY(publishReceiptAgain(run.root, {{}, *shown, stop}));
    }
    if (json)
        writeRecoveryBegin(interrupted, console.out);
    else if (interrupted)
        console.out.paragraph(describe(*interrupted));
    if (interrupted)
        return recoverFrom(*interrupted, run, json, console, std::move(stop));
    return tellOutcome(RecoveryOutcome::nothing, {}, json, console);
}

} // namespace bes::app

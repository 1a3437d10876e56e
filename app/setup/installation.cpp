// SPDX-License-Identifier: Apache-2.0
#include "installation.hpp"

#include <fmt/format.h>

#include "output/findings_view.hpp"
#include "output/install_json.hpp"
#include "output/installed_view.hpp"
#include "output/maintenance_view.hpp"
#include "output/progress_view.hpp"
#include "output/waiting_note.hpp"
#include "run_failure.hpp"
#include "text/path_text.hpp"

namespace bes::app {
namespace {

Result<RunOutcome> execute(const Installation& wanted, Progress& progress, std::stop_token stop) {
    const RunTools tools{wanted.passwords, progress, std::move(stop)};
    return wanted.plan ? install(*wanted.plan, tools) : install(wanted.request, tools);
}

void showOutcome(const RunOutcome& outcome, const RunLog& log, Page& page) {
    switch (outcome.kind) {
    case RunOutcome::Kind::blocked:
        showFindings(outcome.findings, FindingsShown::problems, page);
        page.line("Nothing was changed.");
        break;
    case RunOutcome::Kind::nothingToDo:
        page.line({fmt::format("Nothing to do: {} is installed as wanted.", outcome.plan.receipt.standby),
                   Tone::good});
        break;
    case RunOutcome::Kind::done:
        if (outcome.plan.command == "upgrade") {
            const auto upgraded = statusAfterRun(outcome.plan.request.root);
            showMaintenance(outcome, {.kind = Maintenance::Kind::upgrade}, outcome.plan.request,
                            upgraded ? &*upgraded : nullptr, log.file(), page);
            break;
        }
        if (const auto standby = statusAfterRun(outcome.plan.request.root))
            showInstalled(*standby, outcome, log.file(), page);
        else
            showFailure(standby.error(), page);
        for (const Failure& failure : outcome.notStarted)
            showFailure(failure, page);
        break;
    }
}

} // namespace

ExitCode installAndTell(const Installation& wanted, bool json, Console& console, std::stop_token stop) {
    const Request& request = wanted.request;
    RunLog log(host::Root(request.root), "install", console.errors);
    log.say(fmt::format("bes-standby-setup {}: install {} of {}, database {}, media {}", BES_VERSION,
                        request.standbyName(), request.primary, request.database.place(),
                        utf8(request.media)));
    auto shown = progressOn(console, json, lookingAround);
    if (json)
        writeInstallBegin(request, console.out);
    LoggingProgress progress(log, *shown);
    const auto outcome = execute(wanted, progress, std::move(stop));
    shown.reset(); // the moving line goes before anything else is written

    if (!outcome)
        return tellFailure(outcome.error(), log, json, console);
    log.say(outcome->findings);
    for (const Failure& failure : outcome->notStarted)
        log.say(failure);
    log.ended(exitCodeOf(*outcome));
    if (json)
        writeInstallOutcome(*outcome, exitCodeOf(*outcome), log.file(), console.out);
    else
        showOutcome(*outcome, log, console.out);
    return exitCodeOf(*outcome);
}

} // namespace bes::app

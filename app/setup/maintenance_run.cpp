// SPDX-License-Identifier: Apache-2.0
#include "maintenance_run.hpp"

#include <fmt/format.h>

#include "output/findings_view.hpp"
#include "output/install_json.hpp"
#include "output/maintenance_view.hpp"
#include "output/progress_view.hpp"
#include "output/waiting_note.hpp"
#include "run_failure.hpp"

namespace bes::app {
namespace {

Result<RunOutcome> execute(const MaintenanceRun& run, Progress& progress, std::stop_token stop) {
    const RunTools tools{{run.databasePassword, {}}, progress, std::move(stop)};
    return run.plan ? maintain(*run.plan, run.wanted, tools) : maintain(run.installed, run.wanted, tools);
}

void record(const RunOutcome& outcome, RunLog& log) {
    log.say(outcome.findings);
    for (const Failure& failure : outcome.notStarted)
        log.say(failure);
    for (const BasisEntry& difference : outcome.plan.basis)
        log.say(fmt::format("differs: {} {}", difference.id, difference.value));
    for (const std::string& line : outcome.stays)
        log.say(fmt::format("stays: {}", line));
    log.ended(exitCodeOf(outcome));
}

/// Empty where none is left, or where it can't be read.
std::optional<StandbyStatus> standbyAfter(const RunOutcome& outcome, const MaintenanceRun& run) {
    if (outcome.kind != RunOutcome::Kind::done || run.wanted.kind == Maintenance::Kind::remove)
        return std::nullopt;
    auto standby = bes::status(run.installed.root);
    return standby ? std::optional(std::move(*standby)) : std::nullopt;
}

} // namespace

ExitCode maintainAndTell(const MaintenanceRun& run, bool json, Console& console, std::stop_token stop) {
    const std::string command(toString(run.wanted.kind));
    RunLog log(host::Root(run.installed.root), command, console.errors);
    log.say(fmt::format("bes-standby-setup {}: {} the standby of {}, database {}", BES_VERSION, command,
                        run.installed.primary, run.installed.database.place()));
    auto shown = progressOn(console, json, lookingAround);
    if (json)
        writeMaintenanceBegin(command, run.installed, console.out);
    LoggingProgress progress(log, *shown);
    const auto outcome = execute(run, progress, std::move(stop));
    shown.reset(); // the moving line goes before anything else is written

    if (!outcome)
        return tellFailure(outcome.error(), log, json, console);
    record(*outcome, log);
    if (json) {
        writeMaintenanceOutcome(*outcome, exitCodeOf(*outcome), log.file(), console.out);
    } else {
        const auto standby = standbyAfter(*outcome, run);
        showMaintenance(*outcome, run.wanted, run.installed, standby ? &*standby : nullptr, log.file(),
                        console.out);
    }
    return exitCodeOf(*outcome);
}

} // namespace bes::app

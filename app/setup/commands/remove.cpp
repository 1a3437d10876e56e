#include "commands/commands.hpp"

#include <fmt/format.h>

#include "host/interruption.hpp"
#include "maintenance.hpp"
#include "output/failure_view.hpp"
#include "output/findings_view.hpp"
#include "output/install_json.hpp"
#include "output/maintenance_view.hpp"
#include "output/progress_view.hpp"
#include "output/waiting_note.hpp"
#include "password.hpp"
#include "plan/removal.hpp"
#include "run_log.hpp"

namespace bes::app {
namespace po = boost::program_options;
namespace {

/// What is installed, how it is to be removed, and the database's password.
struct Order {
    Request installed;
    Maintenance wanted;
    Secret password;
};

Maintenance wantedBy(const answers::CommandLine& line) {
    return {.kind = Maintenance::Kind::remove,
            .acceptPromoted = line.has("although-promoted"),
            .keepRegistration = line.has("keep-registration"),
            .removeLogs = line.has("remove-logs")};
}

Result<Order> readOrder(const Invocation& invocation) {
    const auto answers = invocation.answers();
    if (!answers)
        return fail(answers.error());
    auto installed = requestOfInstalled(answers->request);
    if (!installed)
        return fail(std::move(installed.error()));
    auto password = databasePassword(invocation, installed->database, answers->plainSecrets);
    if (!password)
        return fail(std::move(password.error()));
    return Order{std::move(*installed), wantedBy(invocation.line), std::move(*password)};
}

ExitCode show(const Invocation& invocation, const Order& order) {
    const auto inspection = [&] {
        const WaitingNote note(invocation.console, lookingAround);
        return inspectInstalled(order.installed, order.wanted, order.password);
    }();
    Page& page = invocation.console.out;
    if (!inspection.plan) {
        if (invocation.json())
            write(findingsDocument(inspection.findings), page);
        else
            showFindings(inspection.findings, FindingsShown::problems, page, "a removal");
        return exitCodeOf(inspection.findings);
    }
    if (invocation.json())
        page.stream() << formatPlan(*inspection.plan);
    else
        showMaintenancePlan(*inspection.plan, inspection.findings,
                            plan::staysAfterRemoval(inspection.facts, order.installed, order.wanted), page);
    return ExitCode::success;
}

ExitCode tellFailure(const Failure& failure, const RunLog& log, const Invocation& invocation) {
    if (invocation.json())
        writeRunFailure(failure, log.file(), invocation.console.out);
    else
        showFailure(failure, invocation.console.errors, log.file());
    return failure.code;
}

ExitCode codeOf(const MaintenanceOutcome& outcome) {
    return outcome.kind == MaintenanceOutcome::Kind::blocked ? exitCodeOf(outcome.findings)
                                                             : ExitCode::success;
}

ExitCode execute(const Invocation& invocation, const Order& order) {
    RunLog log(host::Root(order.installed.root), "remove", invocation.console.errors);
    log.say(fmt::format("bes-standby-setup {}: remove the standby of {}, database {}", BES_VERSION,
                        order.installed.primary, order.installed.database.location));
    auto shown = progressOn(invocation.console, invocation.json(), lookingAround);
    if (invocation.json())
        writeMaintenanceBegin("remove", order.installed, invocation.console.out);
    LoggingProgress progress(log, *shown);
    const auto outcome =
        maintain(order.installed, order.wanted, {{order.password, {}}, progress, host::stopOnSignals()});
    shown.reset(); // the moving line goes before anything else is written

    if (!outcome) {
        log.say(outcome.error());
        return tellFailure(outcome.error(), log, invocation);
    }
    log.say(outcome->findings);
    for (const std::string& line : outcome->stays)
        log.say("stays: " + line);
    log.say(fmt::format("end: {}", describe(codeOf(*outcome)).id));
    if (invocation.json())
        writeMaintenanceOutcome(*outcome, codeOf(*outcome), log.file(), invocation.console.out);
    else
        showMaintenance(*outcome, order.installed, log.file(), invocation.console.out);
    return codeOf(*outcome);
}

Result<ExitCode> removeCommand(const Invocation& invocation) {
    const auto order = readOrder(invocation);
    if (!order)
        return fail(order.error());
    return invocation.line.has("dry-run") ? show(invocation, *order) : execute(invocation, *order);
}

po::options_description removeOptions() {
    po::options_description options;
    auto add = options.add_options();
    add("dry-run", "Show what would be done and what would stay. Changes nothing.");
    add("remove-logs", "Remove the logs of the services too; those of setup itself stay.");
    add("keep-registration", "Leave the database as it is, also when it cannot be reached. 'database release "
                             "PRIMARY --standby NAME' releases the primary later.");
    add("although-promoted", "Remove the standby although it acts as primary. The service to users ends.");
    return options;
}

} // namespace

std::vector<Command> removeCommands() {
    return {
        {.name = "remove",
         .summary = "Remove the standby from this computer and from the database",
         .details =
             "Needs no media. Services are stopped in reverse start order; units, files, configuration, the "
             "service account if setup made it, the entry in notes.ini and the registration go. What others "
             "added stays and is listed; so do the logs, and the journal of setup. Until the receipt is "
             "gone, whatever fails or is cancelled is undone; after that it is finished, by the next run if "
             "need be.",
         .options = removeOptions(),
         .answers = answers::answersIn({"target", "database"}),
         .run = removeCommand}};
}

} // namespace bes::app

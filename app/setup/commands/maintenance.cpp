// SPDX-License-Identifier: Apache-2.0
#include "commands/commands.hpp"

#include <fmt/format.h>

#include "host/interruption.hpp"
#include "maintenance.hpp"
#include "maintenance_run.hpp"
#include "model/try.hpp"
#include "output/findings_view.hpp"
#include "output/maintenance_view.hpp"
#include "output/waiting_note.hpp"
#include "password.hpp"
#include "plan/removal.hpp"

namespace bes::app {
namespace po = boost::program_options;
namespace {

/// What is installed, what is to become of it, and the database's password.
struct Job {
    Request installed;
    Maintenance maintenance;
    Secret password;
};

Maintenance maintenanceBy(const Invocation& invocation, const Request& given) {
    const answers::CommandLine& line = invocation.line;
    using enum Maintenance::Kind;
    const std::string& name = invocation.command.name;
    const bool chooses = name == "modify" || name == "upgrade";
    return {.kind = name == "remove"    ? remove
                    : name == "repair"  ? repair
                    : name == "upgrade" ? upgrade
                                        : modify,
            .acceptPromoted = line.has("although-promoted"),
            .keepRegistration = line.has("keep-registration"),
            .removeLogs = line.has("remove-logs"),
            .allowDowngrade = line.has("allow-downgrade"),
            .add = chooses ? given.add : std::vector<std::string>{},
            .omit = chooses ? given.omit : std::vector<std::string>{}};
}

/// A standby stays with its primary. Where nothing is installed that is said later.
Result<void> keepsItsPrimary(const Request& given, const Request& installed) {
    if (given.primary.empty() || sameName(given.primary, installed.primary))
        return {};
    return fail(ExitCode::isStandbyOfAnother, "standby.other-primary",
                fmt::format("The standby can't be assigned to {}", given.primary),
                fmt::format("it is the standby of {}", installed.primary),
                "Remove this standby and install another one.");
}

Result<Job> readJob(const Invocation& invocation) {
    TRY_ASSIGN(const auto answers, invocation.answers());
    TRY_ASSIGN(auto installed, requestOfInstalled(answers.request));
    const Maintenance maintenance = maintenanceBy(invocation, answers.request);
    TRY(keepsItsPrimary(answers.request, installed));
    if (maintenance.kind == Maintenance::Kind::modify && maintenance.add.empty() && maintenance.omit.empty())
        return fail(ExitCode::usage, "answers.missing", "What is to be modified is not known",
                    "neither components.add nor components.omit was given",
                    "Name components with --components.add ID or --components.omit ID.");
    auto password = databasePassword(invocation, installed.database, answers.plainSecrets);
    if (!password) {
        password.error().remedy += " Another one can be named with --database.password file:PATH.";
        return fail(std::move(password.error()));
    }
    return Job{std::move(installed), maintenance, std::move(*password)};
}

std::vector<std::string> staying(const Inspection& inspection, const Job& job) {
    if (job.maintenance.kind != Maintenance::Kind::remove)
        return {};
    return plan::staysAfterRemoval(inspection.facts, job.installed, job.maintenance);
}

ExitCode show(const Invocation& invocation, const Job& job) {
    const auto inspection = [&] {
        const WaitingNote note(invocation.console, lookingAround);
        return inspectInstalled(job.installed, job.maintenance, job.password);
    }();
    Page& page = invocation.console.out;
    if (!inspection.plan) {
        if (invocation.json())
            write(findingsDocument(inspection.findings), page);
        else
            showFindings(inspection.findings, FindingsShown::problems, page, nounOf(job.maintenance));
        return exitCodeOf(inspection.findings);
    }
    if (invocation.json())
        page.stream() << formatPlan(*inspection.plan);
    else
        showMaintenancePlan(*inspection.plan, inspection.findings, staying(inspection, job), page);
    return ExitCode::success;
}

Result<ExitCode> maintenanceCommand(const Invocation& invocation) {
    TRY_ASSIGN(const auto job, readJob(invocation));
    if (invocation.line.has("dry-run"))
        return show(invocation, job);
    const MaintenanceRun run{{}, job.installed, job.maintenance, job.password};
    return maintainAndTell(run, invocation.json(), invocation.console, host::stopOnSignals());
}

po::options_description repairOptions() {
    po::options_description options;
    options.add_options()("dry-run", "Show what differs and what would be done. Changes nothing.");
    return options;
}

po::options_description modifyOptions() {
    po::options_description options = repairOptions();
    options.add_options()("although-promoted",
                          "Change the standby although it acts as primary. Services may be interrupted.");
    return options;
}

std::vector<std::string> repairAnswers() {
    std::vector<std::string> names = answers::answersIn({"target", "database", "media"});
    names.emplace_back("service.on-start-failure");
    names.emplace_back("existing.files");
    return names;
}

std::vector<std::string> modifyAnswers() {
    std::vector<std::string> names = repairAnswers();
    for (const char* name : {"primary.name", "components.add", "components.omit"})
        names.emplace_back(name);
    return names;
}

std::vector<std::string> upgradeAnswers() {
    std::vector<std::string> names = modifyAnswers();
    names.emplace_back("license.accept");
    return names;
}

po::options_description upgradeOptions() {
    po::options_description options = modifyOptions();
    options.add_options()("allow-downgrade", "Take media that is older than what is installed.");
    return options;
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

std::vector<Command> maintenanceCommands() {
    return {
        {.name = "modify",
         .summary = "Add components to the standby, or take some away",
         .details =
             "All in one run that is undone when it fails or is cancelled. The media has to be the one that "
             "was "
             "installed from. A deferred service that is added is not started, others are where the standby "
             "runs. A service is stopped and started again only if its files change. The standby stays with "
             "its "
             "primary.",
         .options = modifyOptions(),
         .answers = modifyAnswers(),
         .run = maintenanceCommand},
        {.name = "upgrade",
         .summary = "Bring the standby to the version that the media has",
         .details =
             "Only what differs is replaced, added or taken away, all in one run that is undone when it "
             "fails "
             "or is cancelled. The version must be that of the primary, so the primary is upgraded first. "
             "Older media is refused without --allow-downgrade, media of another product always. A licence "
             "of the media that was not accepted before has to be, with --license.accept. Services "
             "whose files change are stopped and started again, if they ran; deferred services are never "
             "started. Edited files are kept, with the new version (.new) beside them. 'install' does the "
             "same by itself where newer media is named. Components can be added and taken away at the same "
             "time.",
         .options = upgradeOptions(),
         .answers = upgradeAnswers(),
         .run = maintenanceCommand},
        {.name = "repair",
         .summary = "Compare the standby with its receipt and put right what differs",
         .details =
             "Every file, unit, the registration in the database and the entry in notes.ini are compared. "
             "Only "
             "what differs is put right, from the media that was installed from; without it where no file of "
             "it "
             "is needed. Files that administrators may edit are kept, the new version (.new) is put beside "
             "them. A service that runs is started again only if its files were put right; deferred services "
             "are never started.",
         .options = repairOptions(),
         .answers = repairAnswers(),
         .run = maintenanceCommand},
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
         .run = maintenanceCommand}};
}

} // namespace bes::app

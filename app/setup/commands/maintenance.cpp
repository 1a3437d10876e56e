// SPDX-License-Identifier: Apache-2.0
#include "commands/commands.hpp"

#include <fmt/format.h>

#include "host/interruption.hpp"
#include "host/root.hpp"
#include "maintenance.hpp"
#include "maintenance_run.hpp"
#include "model/system_words.hpp"
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
        return fail(ExitCode::usage, "answers.missing", "Nothing to modify was given",
                    "no component is to be added or omitted",
                    {"Choose components to add or to omit.", {{"components.add"}, {"components.omit"}}});
    auto password = databasePassword(invocation, installed.database, answers.plainSecrets);
    if (!password) {
        password.error().remedy += " Or use another source for the password.";
        password.error().answers.push_back({"database.password"});
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
            showFindings(inspection.findings, FindingsShown::problems, page, toString(job.maintenance.kind));
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
    options.add_options()("dry-run", "Show what differs and what setup would do. Changes nothing.");
    return options;
}

po::options_description modifyOptions() {
    po::options_description options = repairOptions();
    options.add_options()("although-promoted",
                          "Change the standby although it acts as primary. This can interrupt services.");
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
    options.add_options()("allow-downgrade", "Allow media that is older than the installed version.");
    return options;
}

po::options_description removeOptions() {
    po::options_description options;
    auto add = options.add_options();
    add("dry-run", "Show what setup would do and what would stay. Changes nothing.");
    add("remove-logs", "Also remove the logs of the services; those of setup itself stay.");
    add("keep-registration", "Don't change the database, even if it is not reachable. 'database release "
                             "PRIMARY --standby NAME' releases the primary later.");
    add("although-promoted", "Remove the standby although it acts as primary. The service to users ends.");
    return options;
}

} // namespace

std::vector<Command> maintenanceCommands() {
    return {
        {.name = "modify",
         .summary = "Add components to the standby, or remove some",
         .details =
             "Everything happens in one run, which is rolled back if it fails or is cancelled. Use the media "
             "that the standby was installed from. Setup does not start added deferred services; it starts "
             "others if the standby runs. It restarts a service only if its files change. The standby stays "
             "with its primary.",
         .options = modifyOptions(),
         .answers = modifyAnswers(),
         .run = maintenanceCommand},
        {.name = "upgrade",
         .summary = "Upgrade the standby to the version of the media",
         .details =
             "Setup replaces, adds or removes only what differs, in one run that is rolled back if it fails "
             "or is cancelled. The version must be that of the primary, so upgrade the primary first. Older "
             "media requires --allow-downgrade; media of another product is always refused. Accept a new "
             "license of the media with --license.accept. Setup restarts running services whose files "
             "change, and never starts deferred services. It keeps edited files, with the new version (.new) "
             "beside them. 'install' does the same if you choose newer media. You can add and remove "
             "components at the same time.",
         .options = upgradeOptions(),
         .answers = upgradeAnswers(),
         .run = maintenanceCommand},
        {.name = "repair",
         .summary = "Compare the standby with its receipt and repair what differs",
         .details =
             "Setup compares every file, " + serviceWord(host::thisSystem()) +
             ", the registration in the database and the entry in notes.ini, "
             "and repairs only what differs. Use the media that the standby was installed from; it is not "
             "required if no file of it is missing or damaged. Setup keeps files that administrators can "
             "edit, with the new version (.new) beside them. It restarts a running service only if its files "
             "were repaired, and never starts deferred services.",
         .options = repairOptions(),
         .answers = repairAnswers(),
         .run = maintenanceCommand},
        {.name = "remove",
         .summary = "Remove the standby from this computer and from the database",
         .details =
             "Does not need the media. Setup stops the services in reverse start order, and removes " +
             serviceWord(host::thisSystem()) +
             "s, "
             "files, configuration, the service account if setup created it, the entry in notes.ini and the "
             "registration. Other files stay and are listed; so do the logs, and the journal of setup. Until "
             "the receipt is removed, a run that fails or is cancelled is rolled back; after that it is "
             "finished, by the next run if necessary.",
         .options = removeOptions(),
         .answers = answers::answersIn({"target", "database"}),
         .run = maintenanceCommand}};
}

} // namespace bes::app

// SPDX-License-Identifier: Apache-2.0
#include "plan/make_plan.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "model/reservation.hpp"
#include "plan/composition.hpp"
#include "plan/configuration_files.hpp"
#include "plan/counted_services.hpp"
#include "plan/installed_text.hpp"
#include "plan/others.hpp"
#include "plan/places.hpp"
#include "plan/registration.hpp"
#include "plan/registry_values.hpp"
#include "plan/services.hpp"
#include "plan/shared_steps.hpp"
#include "plan/weights.hpp"
#include "services/unit_files.hpp"
#include "text/path_text.hpp"
#include "text/quantities.hpp"

namespace bes::plan {
namespace {

std::string standbyOf(const Facts& facts, const Composition& composition) {
    const Pair* pair = facts.database.value().findPairOfPrimary(composition.primary.name);
    return pair ? fmt::format("{} on {} ({})", pair->standby, pair->standbyComputer, toString(pair->state))
                : "none";
}

std::string installedHere(const Facts& facts) {
    if (!facts.installed.known())
        return "unknown: " + facts.installed.reason();
    const auto& installed = facts.installed.value();
    if (!installed)
        return "none";
    return fmt::format("{} for {}, run {}, {} damaged", installed->receipt.standby,
                       installed->receipt.primary, installed->receipt.run, installed->damage.size());
}

std::string serverTasks(const Facts& facts) {
    if (!facts.notesIni.known() || !facts.notesIni.value())
        return "no Domino server";
    const NotesIni& ini = *facts.notesIni.value();
    return fmt::format("{}: {}", utf8(ini.path), fmt::join(ini.serverTasks, ","));
}

std::string srp(const SrpCredentials& credentials) {
    return fmt::format("{} at {}:{}, key {}", credentials.identifier, credentials.host, credentials.port,
                       credentials.keyFingerprint);
}

/// The facts that the steps were worked out of, as texts: when one of them has another value, the plan is
/// outdated.
std::vector<BasisEntry> basisOf(const Facts& facts, const Composition& composition) {
    const bool running = facts.serviceManager.value() == ServiceManagerState::running;
    return {
        {"computer", composition.computer.name},
        {"database.schema", std::to_string(facts.database.value().schemaVersion)},
        {"domino.server-tasks", serverTasks(facts)},
        {"installed", installedHere(facts)},
        {"media", composition.media.manifestSha256},
        {"primary.components", fmt::format("{}", fmt::join(composition.primary.components, ","))},
        {"primary.computer", composition.primary.computer},
        {"primary.srp", srp(composition.primary.srp)},
        {"primary.standby", standbyOf(facts, composition)},
        {"primary.version", composition.primary.version},
        {"service-account", facts.serviceAccountExists.value() ? "present" : "absent"},
        {"service-manager", running ? "running" : "offline"},
    };
}

std::string titleOfReservation(const Composition& composition, const Pair* abandoned) {
    const std::string& primary = composition.primary.name;
    if (abandoned == nullptr)
        return fmt::format("Reserve primary {} for this computer", primary);
    if (sameName(abandoned->primary, primary))
        return fmt::format("Reserve primary {} for this computer; takes over from the dead run {}", primary,
                           abandoned->run);
    return fmt::format("Reserve primary {} for this computer; releases {}, reserved by the dead run {}",
                       primary, abandoned->primary, abandoned->run);
}

Step reserve(const Facts& facts, const Composition& composition) {
    const Pair* abandoned = abandonedReservation(facts);
    return {.id = "pair.reserve",
            .title = titleOfReservation(composition, abandoned),
            .action = ReservePair{composition.primary.name, composition.request.standbyName(),
                                  composition.computer.name, runOf(abandoned)},
            .undo = ReleasePair{composition.primary.name},
            .weight = smallWeight};
}

Step folders(const Composition& composition) {
    const Request& request = composition.request;
    const Rights readable = rightsFor(Protection::everyoneReads, FileType::folder);
    return {.id = "folders.make",
            .title = "Create the folders for programs and configuration",
            .action = MakeFolders{{{request.installFolder, readable, {}},
                                   {request.configurationFolder, readable, {}}}},
            .undo = RestoreFiles{},
            .weight = smallWeight};
}

Step services(const Composition& composition, System system) {
    InstallServices act{servicesOf(composition), {}, serviceBackup(system)};
    if (system != System::windows) // where each service has a start type of its own
        act.enable.emplace_back(standbyTarget);
    const std::string title =
        fmt::format("Install {}, {} deferred until failover",
                    counted(composition.started.size() + composition.deferred.size(), "service"),
                    composition.deferred.size());
    return {.id = "units.install",
            .title = title,
            .action = std::move(act),
            .undo = WithdrawUnits{{standbyTarget}},
            .weight = smallWeight};
}

Step registration(const Facts& facts, const Composition& composition) {
    RegisterStandby act = registrationOf(facts, composition);
    const std::string standby = act.standby;
    return {.id = "standby.register",
            .title = fmt::format("Register {} as the standby of {}; the database copies its SRP credentials",
                                 standby, composition.primary.name),
            .action = std::move(act),
            .undo = UnregisterStandby{standby},
            .weight = smallWeight};
}

std::vector<StartableService> startedBy(const Composition& composition) {
    std::vector<StartableService> services;
    for (const Service* service : composition.started)
        if (const auto startable = StartableService::from(*service))
            services.push_back(*startable);
    return services;
}

/// The steps of an installation, in order, each with its undo.
std::vector<Step> installSteps(const Facts& facts, const Composition& composition) {
    std::set<std::string> packages;
    for (const Package* package : composition.packages)
        packages.insert(package->id);
    std::vector<Step> steps{reserve(facts, composition)};
    if (auto step = keepOthersStep(facts, composition))
        steps.push_back(std::move(*step));
    steps.push_back(folders(composition));
    steps.push_back(stageStep(composition, packages));
    steps.push_back(publishStep(composition.request, packagedFiles(composition), {}));
    if (!facts.serviceAccountExists.value())
        steps.push_back(accountStep(composition));
    steps.push_back(logFolderStep(composition));
    if (auto step = takeOverLogsStep(facts, composition))
        steps.push_back(std::move(*step));
    steps.push_back(configurationStep(composition.request, configurationFiles(composition)));
    steps.push_back(services(composition, systemOf(facts)));
    if (auto step = writeRegistryStep(registryOf(composition)))
        steps.push_back(std::move(*step));
    steps.push_back(registration(facts, composition));
    std::ranges::move(addTaskSteps(facts, composition), std::back_inserter(steps));
    if (auto step =
            startStep(facts, startedBy(composition), composition.request.onStartFailure, {standbyTarget}))
        steps.push_back(std::move(*step));
    steps.push_back(recordStep("Write the receipt"));
    return steps;
}

/// Every file that the steps leave on the computer, sorted by path: for the receipt.
std::vector<InstalledFile> filesOf(const std::vector<Step>& steps, System system) {
    std::vector<InstalledFile> files;
    for (const Step& step : steps) {
        if (const auto* act = std::get_if<PublishFiles>(&step.action))
            files.insert(files.end(), act->files.begin(), act->files.end());
        if (const auto* act = std::get_if<WriteConfiguration>(&step.action))
            std::ranges::transform(act->files, std::back_inserter(files), installedText);
        if (const auto* act = std::get_if<InstallServices>(&step.action))
            std::ranges::transform(services::filesFor(system, *act), std::back_inserter(files),
                                   installedText);
    }
    std::ranges::sort(files, {}, &InstalledFile::path);
    return files;
}

Receipt receiptOf(const Composition& composition, const std::vector<InstalledFile>& files) {
    Receipt receipt;
    receipt.request = composition.request;
    receipt.primary = composition.primary.name;
    receipt.primaryDominoServer = composition.primary.dominoServer;
    receipt.standby = composition.request.standbyName();
    receipt.computer = composition.computer.name;
    receipt.mediaSha256 = composition.media.manifestSha256;
    if (const auto& license = composition.media.manifest.license)
        receipt.license = license->id;
    receipt.catalog = composition.media.manifest.catalog;
    receipt.components = composition.componentIds();
    receipt.files = files;
    receipt.services = servicesOf(composition);
    receipt.registry = registryOf(composition);
    return receipt;
}

/// check() has refused a standby with other choices, so what is installed is what is wanted, unless it is
/// damaged.
bool nothingToDo(const Facts& facts) {
    const auto& installed = facts.installed.value();
    return installed && installed->damage.empty();
}

} // namespace

Plan makePlan(const Facts& facts, const Request& request) {
    const Composition composition = workOut(facts, request);
    Plan plan{.command = "install",
              .request = request,
              .basis = basisOf(facts, composition),
              .receipt = {},
              .steps = {}};
    if (nothingToDo(facts)) {
        plan.receipt = facts.installed.value()->receipt;
        return plan;
    }
    plan.steps = installSteps(facts, composition);
    plan.receipt = receiptOf(composition, filesOf(plan.steps, composition.computer.system));
    return plan;
}

std::vector<std::string> differences(const Plan& made, const Plan& now) {
    std::vector<std::string> sentences;
    for (const BasisEntry& before : made.basis) {
        const auto after = std::ranges::find(now.basis, before.id, &BasisEntry::id);
        if (after != now.basis.end() && after->value != before.value)
            sentences.push_back(
                fmt::format("{} was \"{}\" and is \"{}\" now", before.id, before.value, after->value));
    }
    if (sentences.empty() && made != now)
        sentences.emplace_back("this version of setup plans other steps for the same facts");
    return sentences;
}

} // namespace bes::plan

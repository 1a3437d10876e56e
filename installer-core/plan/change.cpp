// SPDX-License-Identifier: Apache-2.0
#include "plan/change.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "model/component_choice.hpp"
#include "model/reservation.hpp"
#include "model/startable_service.hpp"
#include "plan/counted_services.hpp"
#include "plan/others.hpp"
#include "plan/places.hpp"
#include "plan/receipt_composition.hpp"
#include "plan/registration.hpp"
#include "plan/registry_values.hpp"
#include "plan/services.hpp"
#include "plan/shared_steps.hpp"
#include "plan/standby_comparison.hpp"
#include "plan/weights.hpp"
#include "services/unit_files.hpp"
#include "text/path_text.hpp"
#include "text/quantities.hpp"

namespace bes::plan {
namespace {

/// They differ in more than their order, which takes effect without a restart.
bool runsOtherwise(ServiceDefinition before, ServiceDefinition after) {
    before.after.clear();
    after.after.clear();
    return before != after;
}

std::set<std::string> changedPackages(const StandbyComparison& change) {
    std::set<std::string> packages;
    for (const StandbyComparison::Files* files : {&change.publish(), &change.gone()})
        for (const InstalledFile& file : *files)
            if (file.type != FileType::folder)
                packages.insert(change.packageOf(file.path));
    for (const std::filesystem::path& file : change.cleared().files)
        packages.insert(change.packageOf(file));
    return packages;
}

/// As they are registered. Versions before 1.1.0 did not record them: then as they would be registered today.
std::vector<ServiceDefinition> registeredBefore(const StandbyComparison& change) {
    const RegisteredServices& recorded = change.receipt().services;
    return recorded.empty() ? servicesOf(change.installed()).definitions : recorded.definitions;
}

/// Keys of services whose program, files or way to run is changed.
std::set<std::string> changedServices(const StandbyComparison& change) {
    const std::vector<ServiceDefinition> before = registeredBefore(change);
    std::set<std::string> changed;
    for (const ServiceDefinition& service : change.services().definitions) {
        const auto found = std::ranges::find(before, service.key, &ServiceDefinition::key);
        if (found == before.end() || runsOtherwise(*found, service) ||
            change.differenceOf(utf8(services::unitPlace(service.key))) != nullptr ||
            change.differenceOf(service.key) != nullptr)
            changed.insert(service.key);
    }
    const std::set<std::string> packages = changedPackages(change);
    for (const Component* component : change.installed().components)
        if (std::ranges::any_of(packagesOf(*component),
                                [&](const std::string& package) { return packages.contains(package); }))
            for (const Service& service : component->services)
                changed.insert(service.unit);
    return changed;
}

/// Keys of what is registered and not wanted any more.
std::vector<std::string> goneServices(const StandbyComparison& change) {
    std::vector<std::string> keys;
    for (const InstalledFile& file : change.gone())
        if (auto key = services::keyOfUnit(pathOf(file.path)))
            keys.push_back(std::move(*key));
    if (change.intended().computer.system != System::windows)
        return keys;
    const std::vector<ServiceDefinition> wanted = servicesOf(change.intended()).definitions;
    for (const ServiceDefinition& service : change.receipt().services.definitions)
        if (std::ranges::count(wanted, service.key, &ServiceDefinition::key) == 0)
            keys.push_back(service.key);
    return keys;
}

/// Those that setup can start again, and those that go. Deferred ones that run have been started by the
/// failover process: they go on with what they have.
std::vector<Service> stoppedFor(const StandbyComparison& change) {
    const std::set<std::string> changed = changedServices(change);
    const std::vector<std::string> gone = goneServices(change);
    std::vector<Service> services;
    for (const Service& service : servicesOf(change.receipt())) {
        const bool again =
            service.startPolicy == StartPolicy::startAfterSetup && changed.contains(service.unit);
        if (again || std::ranges::count(gone, service.unit) > 0)
            services.push_back(service);
    }
    return services;
}

/// systemd has a target that says so; Windows has none, and each of its services says it that runs.
bool standbyRuns(const StandbyComparison& change, const std::vector<Service>& services) {
    const auto& running = change.facts().standby.value().running.value();
    const auto runs = [&](const std::string& unit) { return std::ranges::count(running, unit) > 0; };
    if (systemOf(change.facts()) != System::windows)
        return runs(standbyTarget);
    return std::ranges::any_of(services, [&](const Service& service) {
        return service.startPolicy == StartPolicy::startAfterSetup && runs(service.unit);
    });
}

/// What was stopped and stays, and what is new, or not deferred any more, where the standby runs.
std::vector<StartableService> startedAfter(const StandbyComparison& change) {
    const auto& running = change.facts().standby.value().running.value();
    const auto runs = [&](const std::string& unit) { return std::ranges::count(running, unit) > 0; };
    const std::vector<Service> stopping = stoppedFor(change);
    const std::vector<Service> before = servicesOf(change.receipt());
    const auto startedBefore = [&](const std::string& unit) {
        const auto found = std::ranges::find(before, unit, &Service::unit);
        return found != before.end() && found->startPolicy == StartPolicy::startAfterSetup;
    };
    const bool standby = standbyRuns(change, before);
    std::vector<StartableService> services;
    for (const Service* service : change.intended().started) {
        const auto startable = StartableService::from(*service);
        const bool again =
            runs(service->unit) && std::ranges::count(stopping, service->unit, &Service::unit) > 0;
        const bool isNew = standby && !startedBefore(service->unit);
        if (startable && (again || isNew))
            services.push_back(*startable);
    }
    return services;
}

void addClearing(std::vector<Step>& steps, const StandbyComparison& change) {
    const auto& [files, folders] = change.cleared();
    if (change.cleared().empty())
        return;
    const std::filesystem::path& folder = change.intended().request.installFolder;
    steps.push_back({.id = "files.clear",
                     .title = fmt::format("Remove {} and {} that are replaced by a different type",
                                          counted(files.size(), "file"), counted(folders.size(), "folder")),
                     .action = RemoveFiles{files, clearedFolder(folder), folders},
                     .undo = RestoreFiles{},
                     .weight = smallWeight + (files.size() + folders.size()) * weightPerFile});
}

/// The packages that something is wanted of: whole, or those files of them that are wanted.
Step stageWanted(const StandbyComparison& change) {
    std::set<std::string> packages;
    std::vector<InstalledFile> wanted;
    for (const StandbyComparison::Files* files : {&change.publish(), &change.beside()})
        for (const InstalledFile& file : *files) {
            packages.insert(change.packageOf(file.path));
            if (file.type != FileType::folder) // which is made where it shall be
                wanted.push_back(file);
        }
    std::size_t all = 0;
    for (const Package* package : change.intended().packages)
        if (packages.contains(package->id))
            all += static_cast<std::size_t>(std::ranges::count_if(
                package->files, [](const PackagedFile& file) { return file.type != FileType::folder; }));
    // none at all: only empty folders are missing, and no file is to be named
    return !wanted.empty() && wanted.size() < all ? stageFilesStep(change.intended(), packages, wanted)
                                                  : stageStep(change.intended(), packages);
}

void addFiles(std::vector<Step>& steps, const StandbyComparison& change) {
    const Request& request = change.intended().request;
    // before anything is put into a folder that somebody else has now
    if (!change.rights().empty())
        steps.push_back(
            {.id = "files.rights",
             .title = fmt::format("Restore mode and owner of {}", counted(change.rights().size(), "file")),
             .action = SetRights{change.rights()},
             .undo = RestoreFiles{},
             .weight = smallWeight});
    if (change.needsMedia()) {
        steps.push_back(stageWanted(change));
        addClearing(steps, change);
        steps.push_back(publishStep(request, change.publish(), change.beside()));
    }
}

void addRemovals(std::vector<Step>& steps, const StandbyComparison& change) {
    const Request& request = change.intended().request;
    std::vector<std::string> services = goneServices(change);
    std::vector<std::filesystem::path> files;
    for (const InstalledFile& file : change.gone()) {
        if (file.type == FileType::folder || change.cleared().contains(file.path))
            continue;
        if (services::keyOfUnit(pathOf(file.path)))
            continue;
        files.emplace_back(file.path);
        if (change.isEditable(file.path) && !change.isForeign(newVersionOf(file.path)))
            files.emplace_back(newVersionOf(file.path));
    }
    if (!services.empty())
        steps.push_back(
            {.id = "units.remove",
             .title = fmt::format("Remove {}", countedServices(services.size(), systemOf(change.facts()))),
             .action = RemoveServices{services, {}, serviceBackup(systemOf(change.facts()))},
             .undo = RestoreUnits{},
             .weight = smallWeight});
    if (!files.empty())
        steps.push_back({.id = "files.remove",
                         .title = fmt::format("Remove {} from {}", counted(files.size(), "file"),
                                              utf8(request.installFolder)),
                         .action = RemoveFiles{files, takenOutFolder(request.installFolder)},
                         .undo = RestoreFiles{},
                         .weight = smallWeight + files.size() * weightPerFile});
}

void addServices(std::vector<Step>& steps, const StandbyComparison& change) {
    const bool enabled = change.facts().standby.value().enabled;
    if (change.services().empty() && enabled)
        return;
    InstallServices act{change.services(), {}, serviceBackup(systemOf(change.facts()))};
    const std::string units = countedServices(act.services.definitions.size() + act.services.groups.size(),
                                              systemOf(change.facts()));
    Undo undo = RestoreUnits{};
    if (!enabled) {
        act.enable = {standbyTarget};
        undo = WithdrawUnits{{standbyTarget}};
    }
    const std::string title = enabled ? fmt::format("Install {}", units)
                              : act.services.empty()
                                  ? fmt::format("Start {} at boot", standbyTarget)
                                  : fmt::format("Install {}, start {} at boot", units, standbyTarget);
    steps.push_back({.id = "units.install",
                     .title = title,
                     .action = std::move(act),
                     .undo = std::move(undo),
                     .weight = smallWeight});
}

void addTasks(std::vector<Step>& steps, const StandbyComparison& change) {
    const Receipt after = change.receiptAfter();
    for (const DominoTask& made : change.receipt().made.tasks)
        if (std::ranges::count(after.made.tasks, made) == 0)
            steps.push_back(removeTaskStep(made, systemOf(change.facts())));
    std::ranges::move(addTaskSteps(change.facts(), change.intended()), std::back_inserter(steps));
}

/// What would be recorded is recorded. Versions before 1.1.0 recorded no services: that alone is no reason to
/// change anything.
bool isRecorded(const StandbyComparison& change) {
    Receipt after = change.receiptAfter();
    if (change.receipt().services.empty())
        after.services = {};
    return after == change.receipt();
}

void addLastSteps(std::vector<Step>& steps, const StandbyComparison& change) {
    const bool refresh = registrationDiffers(change.facts(), change.intended());
    std::vector<std::filesystem::path> folders;
    for (auto file = change.gone().rbegin(); file != change.gone().rend(); ++file)
        if (file->type == FileType::folder && !change.cleared().contains(file->path))
            folders.emplace_back(file->path);
    if (steps.empty() && !refresh && folders.empty() && isRecorded(change))
        return;
    steps.push_back(recordStep("Record what is installed (point of no return)"));
    const auto add = [&](std::string id, std::string title, Action action) {
        steps.push_back({std::move(id), std::move(title), std::move(action), NothingToUndo{}, smallWeight});
    };
    if (refresh)
        add("standby.refresh",
            fmt::format("Update the registration of {}; the database copies the SRP credentials",
                        change.receipt().standby),
            RefreshRegistration{registrationOf(change.facts(), change.intended()),
                                runOf(abandonedReservation(change.facts()))});
    if (!folders.empty())
        add("folders.remove", fmt::format("Remove {} if empty", counted(folders.size(), "folder")),
            RemoveEmptyFolders{folders});
}

/// The steps that make the standby what it shall be, in order, each with its undo.
std::vector<Step> changeSteps(const StandbyComparison& change) {
    std::vector<Step> steps;
    if (auto stop = stopStep(change.facts(), stoppedFor(change), TargetUnits::goOn))
        steps.push_back(std::move(*stop));
    if (auto keep = keepOthersStep(change.facts(), change.intended()))
        steps.push_back(std::move(*keep));
    if (!change.facts().serviceAccountExists.value())
        steps.push_back(accountStep(change.intended()));
    if (!change.facts().standby.value().hasLogFolder)
        steps.push_back(logFolderStep(change.intended()));
    if (auto step = takeOverLogsStep(change.facts(), change.intended()))
        steps.push_back(std::move(*step));
    addFiles(steps, change);
    addRemovals(steps, change);
    if (!change.configuration().empty())
        steps.push_back(configurationStep(change.intended().request, change.configuration()));
    addServices(steps, change);
    if (auto step = writeRegistryStep(change.registry()))
        steps.push_back(std::move(*step));
    addTasks(steps, change);
    if (auto step =
            startStep(change.facts(), startedAfter(change), change.intended().request.onStartFailure, {}))
        steps.push_back(std::move(*step));
    addLastSteps(steps, change);
    return steps;
}

void addVersions(std::vector<BasisEntry>& basis, const StandbyComparison& change) {
    const auto isFile = [](const InstalledFile& file) { return file.type != FileType::folder; };
    const auto published = std::ranges::count_if(change.publish(), isFile);
    const auto added = std::ranges::count_if(change.publish(), [&](const InstalledFile& file) {
        return isFile(file) && !change.isRecorded(file.path);
    });
    basis.push_back(
        {"version", fmt::format("{} is installed, the media has {}", change.receipt().catalog.version,
                                change.intended().media.manifest.catalog.version)});
    basis.push_back({"files", fmt::format("{} new, {} other, {} gone", added, published - added,
                                          std::ranges::count_if(change.gone(), isFile))});
}

std::vector<BasisEntry> basisOf(const StandbyComparison& change) {
    std::vector<BasisEntry> basis;
    if (change.otherMedia())
        addVersions(basis, change);
    for (const auto& [path, difference] : change.differences())
        if (!difference.hasNewVersion)
            basis.push_back({path, difference.sentence});
    if (registrationDiffers(change.facts(), change.intended()))
        basis.push_back(
            {"database", fmt::format("the registration of {} differs", change.receipt().standby)});
    if (!change.facts().standby.value().enabled)
        basis.push_back({standbyTarget, "does not start at boot"});
    return basis;
}

} // namespace

std::vector<std::string> changedComponents(const Receipt& receipt, const Maintenance& maintenance) {
    return bes::changedComponents(receipt.catalog, receipt.components, maintenance.add, maintenance.omit);
}

Plan makeChange(const Facts& facts, const Request& request, const Maintenance& maintenance) {
    const StandbyComparison change(facts, request, maintenance);
    return {.command = std::string(toString(maintenance.kind)),
            .request = change.intended().request,
            .basis = basisOf(change),
            .receipt = change.receiptAfter(),
            .steps = changeSteps(change)};
}

bool needsMedia(const Facts& facts, const Request& request, const Maintenance& maintenance) {
    return StandbyComparison(facts, request, maintenance).needsMedia();
}

} // namespace bes::plan

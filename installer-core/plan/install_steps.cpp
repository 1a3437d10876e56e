#include "plan/install_steps.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "plan/configuration_files.hpp"
#include "plan/installed_text.hpp"
#include "plan/others.hpp"
#include "plan/places.hpp"
#include "plan/registration.hpp"
#include "plan/running.hpp"
#include "plan/unit_files.hpp"
#include "plan/weights.hpp"

namespace bes::plan {
namespace {

Step reserve(const Composition& composition) {
    return {.id = "pair.reserve",
            .title = fmt::format("Reserve primary {} for this computer", composition.primary.name),
            .action = ReservePair{composition.primary.name, composition.request.standbyName(),
                                  composition.computer.name},
            .undo = ReleasePair{composition.primary.name},
            .weight = smallWeight};
}

Step folders(const Composition& composition) {
    const Request& request = composition.request;
    return {.id = "folders.make",
            .title = "Make the folders for programs and configuration",
            .action =
                MakeFolders{{{request.installFolder, 0755, {}}, {request.configurationFolder, 0755, {}}}},
            .undo = RestoreFiles{},
            .weight = smallWeight};
}

} // namespace

Step stageStep(const Composition& composition, const std::set<std::string>& packages) {
    StagePackages act{stagingFolder(composition.request), {}, 0};
    for (const Package* package : composition.packages) {
        if (!packages.contains(package->id))
            continue;
        act.packages.push_back(package->id);
        act.bytes += package->unpackedSize();
    }
    const std::string title =
        fmt::format("Verify and unpack {} ({:.1f} MiB), not yet visible",
                    count(act.packages.size(), "package"), static_cast<double>(act.bytes) / (1 << 20));
    const std::uint64_t weight = act.bytes + smallWeight;
    return {.id = "packages.stage",
            .title = title,
            .action = std::move(act),
            .undo = DiscardFolder{stagingFolder(composition.request)},
            .weight = weight};
}

namespace {

Step publish(const Composition& composition) {
    const Request& request = composition.request;
    PublishFiles act{stagingFolder(request),
                     request.installFolder,
                     replacedFolder(request.installFolder),
                     packagedFiles(composition),
                     {}};
    const std::string title =
        fmt::format("Make {} visible in {}", count(act.files.size(), "file"), request.installFolder.string());
    const std::uint64_t weight = act.files.size() * weightPerFile;
    return {.id = "files.publish",
            .title = title,
            .action = std::move(act),
            .undo = RestoreFiles{},
            .weight = weight};
}

} // namespace

Step accountStep(const Composition& composition) {
    const std::string& name = composition.request.serviceAccount;
    return {.id = "account.create",
            .title = fmt::format("Create the service account {}", name),
            .action = CreateAccount{name, composition.request.installFolder},
            .undo = DiscardAccount{name},
            .weight = smallWeight};
}

Step logFolderStep(const Composition& composition) {
    const Request& request = composition.request;
    return {.id = "folders.logs",
            .title = fmt::format("Make the log folder {}", request.logFolder.string()),
            .action = MakeFolders{{{request.logFolder, 0750, request.serviceAccount}}},
            .undo = RestoreFiles{},
            .weight = smallWeight};
}

namespace {

Step configuration(const Composition& composition) {
    return {.id = "configuration.write",
            .title = fmt::format("Write {}", standbyConfiguration(composition.request).string()),
            .action = WriteConfiguration{configurationFiles(composition),
                                         replacedFolder(composition.request.configurationFolder)},
            .undo = RestoreFiles{},
            .weight = smallWeight};
}

Step units(const Composition& composition) {
    InstallUnits act{unitFiles(composition), {standbyTarget}, replacedFolder(unitFolder)};
    const std::string title =
        fmt::format("Install {}, {} deferred until failover",
                    count(composition.started.size() + composition.deferred.size(), "service"),
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

} // namespace

std::vector<Step> dominoTaskSteps(const Facts& facts, const Composition& composition) {
    std::vector<Step> steps;
    if (!facts.notesIni.known() || !facts.notesIni.value())
        return steps;
    const NotesIni& ini = *facts.notesIni.value();
    for (const Component* component : composition.components) {
        if (!component->dominoTask)
            continue;
        const std::string& task = *component->dominoTask;
        if (ini.runs(task))
            continue;
        steps.push_back(
            {.id = "domino.task",
             .title = fmt::format("Add the task {} to ServerTasks in {}", task, ini.path.string()),
             .action = AddDominoTask{ini.path, task, keptFolder()},
             .undo = WithdrawDominoTask{ini.path, task},
             .weight = smallWeight});
    }
    return steps;
}

namespace {

std::optional<Step> start(const Facts& facts, const Composition& composition) {
    if (facts.serviceManager.value() != ServiceManagerState::running || composition.started.empty())
        return std::nullopt;
    StartServices act{{}, composition.request.onStartFailure};
    StopStarted undo{{standbyTarget}};
    for (const Service* service : composition.started)
        if (const auto startable = StartableService::from(*service))
            act.services.push_back(*startable);
    for (auto service = act.services.rbegin(); service != act.services.rend(); ++service)
        undo.units.push_back(service->unit());
    const std::size_t services = act.services.size();
    return Step{.id = "services.start",
                .title = fmt::format("Start {}, in order", count(services, "service")),
                .action = std::move(act),
                .undo = std::move(undo),
                .weight = services * weightPerStart};
}

} // namespace

std::vector<Step> installSteps(const Facts& facts, const Composition& composition) {
    std::set<std::string> packages;
    for (const Package* package : composition.packages)
        packages.insert(package->id);
    std::vector<Step> steps{reserve(composition)};
    if (auto step = keepOthersStep(facts, composition))
        steps.push_back(std::move(*step));
    steps.push_back(folders(composition));
    steps.push_back(stageStep(composition, packages));
    steps.push_back(publish(composition));
    if (!facts.serviceAccountExists.value())
        steps.push_back(accountStep(composition));
    steps.push_back(logFolderStep(composition));
    if (auto step = takeOverLogsStep(facts, composition))
        steps.push_back(std::move(*step));
    steps.push_back(configuration(composition));
    steps.push_back(units(composition));
    steps.push_back(registration(facts, composition));
    std::ranges::move(dominoTaskSteps(facts, composition), std::back_inserter(steps));
    if (auto step = start(facts, composition))
        steps.push_back(std::move(*step));
    steps.push_back({.id = "receipt.record",
                     .title = "Record what was installed",
                     .action = RecordReceipt{},
                     .undo = NothingToUndo{},
                     .weight = smallWeight});
    return steps;
}

std::vector<InstalledFile> filesOf(const std::vector<Step>& steps) {
    std::vector<InstalledFile> files;
    for (const Step& step : steps) {
        if (const auto* act = std::get_if<PublishFiles>(&step.action))
            files.insert(files.end(), act->files.begin(), act->files.end());
        if (const auto* act = std::get_if<WriteConfiguration>(&step.action))
            std::ranges::transform(act->files, std::back_inserter(files), installedText);
        if (const auto* act = std::get_if<InstallUnits>(&step.action))
            std::ranges::transform(act->units, std::back_inserter(files), installedText);
    }
    std::ranges::sort(files, {}, &InstalledFile::path);
    return files;
}

} // namespace bes::plan

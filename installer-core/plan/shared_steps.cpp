// SPDX-License-Identifier: Apache-2.0
#include "plan/shared_steps.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "plan/counted_services.hpp"
#include "plan/places.hpp"
#include "plan/weights.hpp"
#include "text/path_text.hpp"
#include "text/quantities.hpp"

namespace bes::plan {

std::optional<Step> stopStep(const Facts& facts, const std::vector<Service>& services,
                             TargetUnits targetUnits) {
    const auto& running = facts.standby.value().running.value();
    const auto runs = [&](const std::string& unit) { return std::ranges::count(running, unit) > 0; };
    StopServices act;
    StartStopped undo{};
    for (const char* target : {activeTarget, standbyTarget})
        if (targetUnits == TargetUnits::stop && runs(target))
            act.units.emplace_back(target);
    for (auto service = services.rbegin(); service != services.rend(); ++service)
        if (runs(service->unit))
            act.units.push_back(service->unit);
    for (const Service& service : services)
        if (const auto startable = StartableService::from(service); startable && runs(service.unit))
            undo.services.push_back(*startable);
    if (act.units.empty())
        return std::nullopt;
    const std::size_t units = act.units.size();
    return Step{.id = "services.stop",
                .title =
                    fmt::format("Stop {}, in reverse start order", countedServices(units, systemOf(facts))),
                .action = std::move(act),
                .undo = std::move(undo),
                .weight = units * weightPerStart};
}

Step stageStep(const Composition& composition, const std::set<std::string>& packages) {
    StagePackages act{stagingFolder(composition.request), {}, 0};
    for (const Package* package : composition.packages) {
        if (!packages.contains(package->id))
            continue;
        act.packages.push_back(package->id);
        act.bytes += package->unpackedSize();
    }
    const std::string title =
        fmt::format("Verify and stage {} ({:.1f} MiB)", counted(act.packages.size(), "package"),
                    static_cast<double>(act.bytes) / (1 << 20));
    const std::uint64_t weight = act.bytes + smallWeight;
    return {.id = "packages.stage",
            .title = title,
            .action = std::move(act),
            .undo = DiscardFolder{stagingFolder(composition.request)},
            .weight = weight};
}

Step stageFilesStep(const Composition& composition, const std::set<std::string>& packages,
                    const std::vector<InstalledFile>& files) {
    Step step = stageStep(composition, packages);
    auto& act = std::get<StagePackages>(step.action);
    act.bytes = 0;
    for (const InstalledFile& file : files) {
        act.files.push_back(utf8(pathOf(file.path).lexically_relative(composition.request.installFolder)));
        act.bytes += file.size;
    }
    step.title = fmt::format("Verify {} and stage {} ({:.1f} MiB)", counted(act.packages.size(), "package"),
                             counted(files.size(), "file"), static_cast<double>(act.bytes) / (1 << 20));
    return step;
}

Step publishStep(const Request& request, std::vector<InstalledFile> files,
                 std::vector<InstalledFile> beside) {
    const std::size_t number = files.size() + beside.size();
    const std::size_t folders =
        static_cast<std::size_t>(std::ranges::count(files, FileType::folder, &InstalledFile::type));
    const std::string what =
        folders == number ? counted(folders, "folder") : counted(number - folders, "file");
    return {.id = "files.publish",
            .title = fmt::format("Move {} into place in {}", what, utf8(request.installFolder)),
            .action =
                PublishFiles{stagingFolder(request), request.installFolder,
                             replacedFolder(request.installFolder), std::move(files), std::move(beside)},
            .undo = RestoreFiles{},
            .weight = number * weightPerFile};
}

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
            .title = fmt::format("Create the log folder {}", utf8(request.logFolder)),
            .action = MakeFolders{{{request.logFolder, rightsFor(Protection::accountWrites, FileType::folder),
                                    request.serviceAccount}}},
            .undo = RestoreFiles{},
            .weight = smallWeight};
}

Step configurationStep(const Request& request, std::vector<TextFile> files) {
    const std::string title = fmt::format("Write {}", utf8(files.front().path));
    return {.id = "configuration.write",
            .title = title,
            .action = WriteConfiguration{std::move(files), replacedFolder(request.configurationFolder)},
            .undo = RestoreFiles{},
            .weight = smallWeight};
}

std::vector<Step> addTaskSteps(const Facts& facts, const Composition& composition) {
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
        steps.push_back({.id = "domino.task",
                         .title = fmt::format("Add the task {} to ServerTasks in {}", task, utf8(ini.path)),
                         .action = AddDominoTask{ini.path, task, undoFolder(systemOf(facts))},
                         .undo = WithdrawDominoTask{ini.path, task},
                         .weight = smallWeight});
    }
    return steps;
}

Step removeTaskStep(const DominoTask& made, System system) {
    const std::filesystem::path backup = undoFolder(system);
    return {.id = "domino.task-remove",
            .title = fmt::format("Remove the task {} from ServerTasks in {}", made.task, utf8(made.notesIni)),
            .action = RemoveDominoTask{made.notesIni, made.task, backup},
            .undo = RestoreDominoTask{made.notesIni, made.task, backup},
            .weight = smallWeight};
}

std::optional<Step> startStep(const Facts& facts, std::vector<StartableService> services,
                              OnStartFailure onFailure, const std::vector<std::string>& targets) {
    if (facts.serviceManager.value() != ServiceManagerState::running || services.empty())
        return std::nullopt;
    StopStarted undo{targets};
    for (auto service = services.rbegin(); service != services.rend(); ++service)
        undo.units.push_back(service->unit());
    const std::size_t number = services.size();
    return Step{.id = "services.start",
                .title = fmt::format("Start {}, in order", counted(number, "service")),
                .action = StartServices{std::move(services), onFailure},
                .undo = std::move(undo),
                .weight = number * weightPerStart};
}

Step recordStep(std::string title) {
    return {.id = "receipt.record",
            .title = std::move(title),
            .action = RecordReceipt{},
            .undo = NothingToUndo{},
            .weight = smallWeight};
}

} // namespace bes::plan

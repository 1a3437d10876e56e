// SPDX-License-Identifier: Apache-2.0
#include "plan/change_steps.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "plan/changed_services.hpp"
#include "plan/others.hpp"
#include "plan/places.hpp"
#include "plan/registration.hpp"
#include "plan/shared_steps.hpp"
#include "plan/unit_files.hpp"
#include "plan/weights.hpp"
#include "text/quantities.hpp"

namespace bes::plan {
namespace {

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
        std::set<std::string> packages;
        for (const StandbyComparison::Files* files : {&change.publish(), &change.beside()})
            for (const InstalledFile& file : *files)
                packages.insert(change.packageOf(file.path));
        steps.push_back(stageStep(change.intended(), packages));
        addClearing(steps, change);
        steps.push_back(publishStep(request, change.publish(), change.beside()));
    }
}

void addRemovals(std::vector<Step>& steps, const StandbyComparison& change) {
    const Request& request = change.intended().request;
    std::vector<std::filesystem::path> units;
    std::vector<std::filesystem::path> files;
    for (const InstalledFile& file : change.gone()) {
        if (file.type == FileType::folder || change.cleared().contains(file.path))
            continue;
        (std::filesystem::path(file.path).parent_path() == unitFolder ? units : files)
            .emplace_back(file.path);
        if (change.isEditable(file.path) && !change.isForeign(newVersionOf(file.path)))
            files.emplace_back(newVersionOf(file.path));
    }
    if (!units.empty())
        steps.push_back({.id = "units.remove",
                         .title = fmt::format("Remove {}", counted(units.size(), "unit")),
                         .action = RemoveUnits{units, {}, replacedFolder(unitFolder)},
                         .undo = RestoreUnits{},
                         .weight = smallWeight});
    if (!files.empty())
        steps.push_back({.id = "files.remove",
                         .title = fmt::format("Remove {} from {}", counted(files.size(), "file"),
                                              request.installFolder.string()),
                         .action = RemoveFiles{files, takenOutFolder(request.installFolder)},
                         .undo = RestoreFiles{},
                         .weight = smallWeight + files.size() * weightPerFile});
}

void addUnits(std::vector<Step>& steps, const StandbyComparison& change) {
    const std::vector<TextFile>& units = change.units();
    const bool enabled = change.facts().standby.value().enabled;
    if (units.empty() && enabled)
        return;
    InstallUnits act{units, {}, replacedFolder(unitFolder)};
    Undo undo = RestoreUnits{};
    if (!enabled) {
        act.enable = {standbyTarget};
        undo = WithdrawUnits{{standbyTarget}};
    }
    const std::string title = enabled         ? fmt::format("Install {}", counted(units.size(), "unit"))
                              : units.empty() ? fmt::format("Start {} at boot", standbyTarget)
                                              : fmt::format("Install {}, start {} at boot",
                                                            counted(units.size(), "unit"), standbyTarget);
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
            steps.push_back(removeTaskStep(made));
    std::ranges::move(addTaskSteps(change.facts(), change.intended()), std::back_inserter(steps));
}

void addLastSteps(std::vector<Step>& steps, const StandbyComparison& change) {
    const bool refresh = registrationDiffers(change.facts(), change.intended());
    std::vector<std::filesystem::path> folders;
    for (auto file = change.gone().rbegin(); file != change.gone().rend(); ++file)
        if (file->type == FileType::folder && !change.cleared().contains(file->path))
            folders.emplace_back(file->path);
    if (steps.empty() && !refresh && folders.empty() && change.receiptAfter() == change.receipt())
        return;
    steps.push_back(recordStep("Record what is installed (point of no return)"));
    const auto add = [&](std::string id, std::string title, Action action) {
        steps.push_back({std::move(id), std::move(title), std::move(action), NothingToUndo{}, smallWeight});
    };
    if (refresh)
        add("standby.refresh",
            fmt::format("Update the registration of {}; the database copies the SRP credentials",
                        change.receipt().standby),
            RefreshRegistration{registrationOf(change.facts(), change.intended())});
    if (!folders.empty())
        add("folders.remove", fmt::format("Remove {} if empty", counted(folders.size(), "folder")),
            RemoveEmptyFolders{folders});
}

} // namespace

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
    addUnits(steps, change);
    addTasks(steps, change);
    if (auto step =
            startStep(change.facts(), startedAfter(change), change.intended().request.onStartFailure, {}))
        steps.push_back(std::move(*step));
    addLastSteps(steps, change);
    return steps;
}

} // namespace bes::plan

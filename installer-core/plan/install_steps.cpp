// SPDX-License-Identifier: Apache-2.0
#include "plan/install_steps.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "plan/configuration_files.hpp"
#include "plan/installed_text.hpp"
#include "plan/others.hpp"
#include "plan/places.hpp"
#include "plan/registration.hpp"
#include "plan/shared_steps.hpp"
#include "plan/unit_files.hpp"
#include "plan/weights.hpp"
#include "text/quantities.hpp"

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
            .title = "Create the folders for programs and configuration",
            .action =
                MakeFolders{{{request.installFolder, 0755, {}}, {request.configurationFolder, 0755, {}}}},
            .undo = RestoreFiles{},
            .weight = smallWeight};
}

Step units(const Composition& composition) {
    InstallUnits act{unitFiles(composition), {standbyTarget}, replacedFolder(unitFolder)};
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
    steps.push_back(publishStep(composition.request, packagedFiles(composition), {}));
    if (!facts.serviceAccountExists.value())
        steps.push_back(accountStep(composition));
    steps.push_back(logFolderStep(composition));
    if (auto step = takeOverLogsStep(facts, composition))
        steps.push_back(std::move(*step));
    steps.push_back(configurationStep(composition.request, configurationFiles(composition)));
    steps.push_back(units(composition));
    steps.push_back(registration(facts, composition));
    std::ranges::move(addTaskSteps(facts, composition), std::back_inserter(steps));
    if (auto step =
            startStep(facts, startedBy(composition), composition.request.onStartFailure, {standbyTarget}))
        steps.push_back(std::move(*step));
    steps.push_back(recordStep("Write the receipt"));
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

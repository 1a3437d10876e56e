// SPDX-License-Identifier: Apache-2.0
#include "plan/removal.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "model/system_words.hpp"
#include "plan/counted_services.hpp"
#include "plan/others.hpp"
#include "plan/places.hpp"
#include "plan/receipt_composition.hpp"
#include "plan/registry_values.hpp"
#include "plan/shared_steps.hpp"
#include "plan/weights.hpp"
#include "services/unit_files.hpp"
#include "text/path_text.hpp"
#include "text/quantities.hpp"

namespace bes::plan {
namespace {

using Paths = std::vector<std::filesystem::path>;

/// The files of the receipt, by the place that they are at.
struct Places {
    std::vector<std::string> services; ///< keys
    Paths configuration, payload, changed;
};

bool contains(const Paths& paths, const std::filesystem::path& path) {
    return std::ranges::count(paths, path) > 0;
}

/// Files that are not what setup installed any more.
Paths changedFiles(const Facts& facts) {
    Paths changed;
    std::set<std::string_view> files; // of services and the registry there is nothing to keep
    for (const InstalledFile& file : facts.installed.value()->receipt.files)
        files.insert(file.path);
    const auto& differences = facts.standby.value().differences;
    if (differences.known())
        for (const FileDifference& difference : differences.value())
            if (difference.content && !difference.missing && files.contains(difference.path))
                changed.emplace_back(difference.path);
    return changed;
}

Places placesOf(const Facts& facts, const Receipt& receipt, const Request& request) {
    Places places;
    const Paths changed = changedFiles(facts);
    for (const InstalledFile& file : receipt.files) {
        if (file.type == FileType::folder)
            continue;
        const std::filesystem::path path(file.path);
        if (contains(changed, path))
            places.changed.push_back(path);
        else if (auto key = services::keyOfUnit(path))
            places.services.push_back(std::move(*key));
        else if (isBelow(path, request.configurationFolder))
            places.configuration.push_back(path);
        else
            places.payload.push_back(path);
    }
    if (systemOf(facts) == System::windows)
        for (const ServiceDefinition& service : receipt.services.definitions)
            places.services.push_back(service.key);
    for (const std::string& path : editableFiles(receipt))
        if (!contains(facts.standby.value().filesOfOthers, newVersionOf(path)))
            (isBelow(path, request.configurationFolder) ? places.configuration : places.payload)
                .emplace_back(newVersionOf(path));
    return places;
}

void addStop(std::vector<Step>& steps, const Facts& facts, const Receipt& receipt) {
    auto stop = stopStep(facts, servicesOf(receipt), TargetUnits::stop);
    if (stop)
        steps.push_back(std::move(*stop));
}

void addDominoTasks(std::vector<Step>& steps, const Facts& facts, const Receipt& receipt) {
    for (const DominoTask& made : receipt.made.tasks) {
        const auto& ini = facts.notesIni;
        if (ini.known() && ini.value() && ini.value()->path == made.notesIni && !ini.value()->runs(made.task))
            continue;
        steps.push_back(removeTaskStep(made, systemOf(facts)));
    }
}

Step takeOut(std::string id, const Paths& files, const std::filesystem::path& folder) {
    return {.id = std::move(id),
            .title = fmt::format("Remove {} from {}", counted(files.size(), "file"), utf8(folder)),
            .action = RemoveFiles{files, replacedFolder(folder)},
            .undo = RestoreFiles{},
            .weight = smallWeight + files.size() * weightPerFile};
}

void addFiles(std::vector<Step>& steps, const Facts& facts, const Receipt& receipt, const Request& request) {
    const Places places = placesOf(facts, receipt, request);
    if (!places.changed.empty())
        steps.push_back({.id = "files.save",
                         .title = fmt::format("Keep {} that {} changed since the installation, as NAME.saved",
                                              counted(places.changed.size(), "file"),
                                              places.changed.size() == 1 ? "was" : "were"),
                         .action = SaveChanged{places.changed},
                         .undo = RestoreFiles{},
                         .weight = smallWeight + places.changed.size() * weightPerFile});
    std::vector<std::string> enabled; // an undo must not enable what an administrator had disabled
    if (facts.standby.value().enabled && systemOf(facts) != System::windows)
        enabled.emplace_back(standbyTarget);
    if (!places.services.empty())
        steps.push_back(
            {.id = "units.remove",
             .title = fmt::format("Remove {}", countedServices(places.services.size(), systemOf(facts))),
             .action = RemoveServices{places.services, enabled, serviceBackup(systemOf(facts)),
                                      receipt.made.logonRights},
             .undo = RestoreUnits{enabled},
             .weight = smallWeight});
    if (!places.payload.empty())
        steps.push_back(takeOut("files.remove", places.payload, request.installFolder));
    if (!places.configuration.empty())
        steps.push_back(takeOut("configuration.remove", places.configuration, request.configurationFolder));
}

bool isRegistered(const Facts& facts, const Receipt& receipt) {
    if (!facts.database.known())
        return false;
    const Pair* pair = facts.database.value().findPairOfPrimary(receipt.primary);
    return pair != nullptr && sameName(pair->standby, receipt.standby) &&
           sameName(pair->standbyComputer, receipt.computer);
}

bool removesLogs(const Receipt& receipt, const Request& request, const Maintenance& maintenance) {
    return maintenance.removeLogs && std::ranges::count(receipt.made.folders, request.logFolder) > 0;
}

/// What is done when there is no way back: what can't be put back as it was, and what others see.
void addLastSteps(std::vector<Step>& steps, const Facts& facts, const Request& request,
                  const Maintenance& maintenance) {
    const Receipt& receipt = facts.installed.value()->receipt;
    const auto add = [&](std::string id, std::string title, Action action) {
        steps.push_back({std::move(id), std::move(title), std::move(action), NothingToUndo{}, smallWeight});
    };
    add("receipt.forget", "Remove the receipt (point of no return)", ForgetReceipt{});
    if (!maintenance.keepRegistration && isRegistered(facts, receipt))
        add("standby.unregister",
            fmt::format("Remove {} from the database; {} can then get another standby", receipt.standby,
                        receipt.primary),
            RemovePair{receipt.primary, receipt.standby});
    if (!receipt.made.account.empty() && facts.standby.value().hasLogFolder &&
        !removesLogs(receipt, request, maintenance))
        add("logs.hand-over", "Change the owner of the logs to " + administratorOf(systemOf(facts)),
            HandOver{request.logFolder, receipt.made.account, {}});
    if (!receipt.made.account.empty())
        add("account.remove", fmt::format("Remove the service account {}", receipt.made.account),
            RemoveAccount{receipt.made.account});
    if (removesLogs(receipt, request, maintenance))
        add("logs.remove", fmt::format("Remove the logs in {}", utf8(request.logFolder)),
            RemoveFolder{request.logFolder});
    const Paths folders(receipt.made.folders.rbegin(), receipt.made.folders.rend());
    if (!folders.empty())
        add("folders.remove",
            fmt::format("Remove {} that setup created, if empty", counted(folders.size(), "folder")),
            RemoveEmptyFolders{folders});
    if (auto step = returnOthersStep(receipt, folders))
        steps.push_back(std::move(*step));
}

/// What setup takes away itself, or what it does not know, is at the place of something that is kept.
std::string staysOrComesBack(const Facts& facts, const Receipt& receipt, const KeptThing& thing) {
    const bool ours = std::ranges::any_of(receipt.files, [&](const InstalledFile& file) {
        return file.path == thing.path && file.type != FileType::folder;
    });
    const Paths& foreign = facts.standby.value().filesOfOthers;
    const bool taken = !ours && std::ranges::any_of(foreign, [&](const std::filesystem::path& path) {
        return path == thing.path || isBelow(path, thing.path);
    });
    return taken ? ": existed before the installation, and stays in " + utf8(thing.keptAt) +
                       " because something else is in its place"
                 : ": is restored as it was before the installation";
}

} // namespace

Plan makeRemoval(const Facts& facts, const Request& request, const Maintenance& maintenance) {
    const Receipt& receipt = facts.installed.value()->receipt;
    Plan plan{.command = "remove", .request = request, .basis = {}, .receipt = receipt, .steps = {}};
    addStop(plan.steps, facts, receipt);
    addDominoTasks(plan.steps, facts, receipt);
    addFiles(plan.steps, facts, receipt, request);
    if (auto step = removeRegistryStep(receipt.made.registryBefore, receipt.made.registryKeys))
        plan.steps.push_back(std::move(*step));
    addLastSteps(plan.steps, facts, request, maintenance);
    return plan;
}

std::vector<std::string> staysAfterRemoval(const Facts& facts, const Request& request,
                                           const Maintenance& maintenance) {
    const Receipt& receipt = facts.installed.value()->receipt;
    std::vector<std::string> stays;
    if (facts.standby.known())
        for (const std::filesystem::path& path : facts.standby.value().filesOfOthers)
            stays.push_back(utf8(path) + ": not installed by setup");
    if (facts.standby.known()) {
        for (const std::filesystem::path& path : changedFiles(facts))
            stays.push_back(utf8(savedVersionOf(path)) + ": " + utf8(path.filename()) +
                            ", which was changed since the installation");
        for (const KeptThing& thing : receipt.kept)
            stays.push_back(utf8(thing.path) + staysOrComesBack(facts, receipt, thing));
    }
    if (!removesLogs(receipt, request, maintenance))
        stays.push_back(utf8(request.logFolder) + ": the logs of the services");
    if (receipt.made.account.empty())
        stays.push_back("the account " + request.serviceAccount + ": it existed before");
    if (maintenance.keepRegistration)
        stays.push_back("in the database: the registration of " + receipt.standby + " and its pair with " +
                        receipt.primary);
    return stays;
}

} // namespace bes::plan

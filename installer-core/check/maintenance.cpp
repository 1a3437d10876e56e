// SPDX-License-Identifier: Apache-2.0
#include "check/check.hpp"

#include <algorithm>

#include "check/primaries.hpp"
#include "check/rules.hpp"
#include "check/upgrade.hpp"
#include "model/component_choice.hpp"
#include "model/places.hpp"
#include "text/lists.hpp"
#include "text/path_text.hpp"

namespace bes::check {
namespace {

void append(Findings& all, Findings more) {
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

Findings checkPresence(const Situation& situation) {
    if (!situation.facts.installed.known())
        return {blocker(ExitCode::blocked, "standby.installed",
                        "Setup can't tell whether a standby is installed here",
                        situation.facts.installed.reason(), remedyOfUnknown(situation))};
    if (situation.receipt == nullptr)
        return {blocker(ExitCode::notInstalled, "standby.installed", "No standby is installed here",
                        "This computer has no receipt",
                        onWindows(situation)
                            ? Remedy("Check another computer")
                            : Remedy("Check another computer, or choose an image", {{"target.root"}}))};
    return {passed("standby.installed", "A standby is installed here",
                   situation.receipt->standby + ", standby of " + situation.receipt->primary)};
}

Findings checkServices(const Situation& situation) {
    const Fact<StandbyState>& standby = situation.facts.standby;
    const std::string& reason = standby.known() ? standby.value().running.reason() : standby.reason();
    if (standby.known() && standby.value().running.known())
        return {};
    return {
        blocker(ExitCode::blocked, "standby.services", "Setup can't tell which services are running", reason,
                onWindows(situation)
                    ? Remedy("Make sure that Windows' service control manager answers", {}, "sc.exe query")
                    : Remedy("Make sure that systemd answers", {}, "systemctl status"))};
}

const Pair* pairOf(const Situation& situation) {
    const Pair* pair = situation.database->findPairOfPrimary(situation.receipt->primary);
    return pair != nullptr && situation.isInstalled(*pair) ? pair : nullptr;
}

std::string releaseInstalledCommand(const Situation& situation) {
    return releaseCommand(situation.request, situation.receipt->primary) + " --standby " +
           quoted(situation.receipt->standby);
}

Findings checkDatabaseForChange(const Situation& situation, const Maintenance& wanted) {
    const std::string id = "database.reachable";
    const bool repair = wanted.kind == Maintenance::Kind::repair;
    if (situation.database == nullptr && repair)
        return {warning(id, "The registration can't be compared", situation.facts.database.reason(),
                        "Run the repair again when you can reach the database")};
    if (situation.database == nullptr)
        return {blocker(ExitCode::database, id, "The BlackBerry Configuration Database can't be read",
                        situation.facts.database.reason(), "Try again when you can reach it")};
    if (Findings unchangeable = checkDatabaseChange(situation); !unchangeable.empty() && !repair)
        return unchangeable;
    const Pair* pair = situation.database->findPairOfPrimary(situation.receipt->primary);
    if (pair != nullptr && !situation.isInstalled(*pair))
        return {blocker(ExitCode::standbyExists, "primary.no-standby",
                        situation.receipt->primary + " has another standby in the database",
                        pair->standby + " on " + pair->standbyComputer, "Remove one of the two standbys")};
    if (situation.database->findServer(situation.receipt->primary) == nullptr)
        return {blocker(ExitCode::primaryUnknown, "primary.exists",
                        "The database has no primary " + situation.receipt->primary,
                        "It was the primary of " + situation.receipt->standby,
                        "Check that this is the right database")};
    return {passed(id, "Setup can read the BlackBerry Configuration Database",
                   "It can compare the registration")};
}

Findings checkServiceManagerForChange(const Situation& situation) {
    if (situation.facts.serviceManager.known() && situation.facts.serviceAccountExists.known())
        return {};
    return {blocker(ExitCode::blocked, "service.manager", "Setup can't tell whether it can start services",
                    situation.facts.serviceManager.known() ? situation.facts.serviceAccountExists.reason()
                                                           : situation.facts.serviceManager.reason(),
                    onWindows(situation)
                        ? Remedy("Run setup as an administrator, and look for the reason in the event log "
                                 "(eventvwr.msc)")
                        : Remedy("Run setup where systemd runs, or on a folder", {{"target.root"}}))};
}

/// An upgrade brings its own catalogue; null where its media can't be taken, which has been said.
const Catalog* catalogFor(const Situation& situation, const Maintenance& wanted) {
    if (wanted.kind != Maintenance::Kind::upgrade)
        return &situation.receipt->catalog;
    if (situation.media == nullptr || blocks(checkMediaForInstalled(situation, wanted.allowDowngrade)))
        return nullptr;
    return &situation.media->manifest.catalog;
}

bool contains(const std::vector<std::string>& ids, const std::string& id) {
    return std::ranges::count(ids, id) > 0;
}

std::string notThere(const Catalog& catalog, const std::string& id) {
    std::vector<std::string> ids;
    for (const Component& component : catalog.components)
        ids.push_back(component.id);
    const auto meant = nearestName(id, ids);
    return "component " + id + " does not exist" +
           (meant ? " (did you mean " + *meant + "?)" : "; available: " + listed(ids, ids.size()));
}

/// What is asked for must be there. To add what is installed, or omit what is not, is no mistake.
std::vector<std::string> wrongNames(const Catalog& catalog, const std::vector<std::string>& installed,
                                    const Maintenance& wanted) {
    std::vector<std::string> wrong;
    for (const std::string& id : wanted.add)
        if (catalog.find(id) == nullptr)
            wrong.push_back(notThere(catalog, id));
        else if (contains(wanted.omit, id))
            wrong.push_back(id + " is both added and removed");
    for (const std::string& id : wanted.omit)
        if (catalog.find(id) == nullptr && !contains(installed, id))
            wrong.push_back(notThere(catalog, id));
    return wrong;
}

/// What one needs is there, and what is installed is not lost by an upgrade.
std::vector<std::string> wrongChoice(const Catalog& catalog, const std::vector<std::string>& installed,
                                     const Maintenance& wanted) {
    std::vector<std::string> wrong;
    const auto chosen = changedComponents(catalog, installed, wanted.add, wanted.omit);
    for (const std::string& id : chosen)
        for (const std::string& needed : catalog.find(id)->dependencies)
            if (!contains(chosen, needed))
                wrong.push_back(id + " needs " + needed);
    for (const std::string& id : installed)
        if (catalog.find(id) == nullptr && !contains(wanted.omit, id))
            wrong.push_back("the media no longer has " + id + ", which is installed");
    if (chosen.empty())
        wrong.emplace_back("no component is left");
    return wrong;
}

Findings checkChosen(const Situation& situation, const Maintenance& wanted) {
    const Catalog* catalog = catalogFor(situation, wanted);
    if (catalog == nullptr)
        return {};
    std::vector<std::string> wrong = wrongNames(*catalog, situation.receipt->components, wanted);
    if (wrong.empty())
        wrong = wrongChoice(*catalog, situation.receipt->components, wanted);
    if (wrong.empty())
        return {};
    return {blocker(ExitCode::components, "components.fit", "The components don't fit together",
                    listed(wrong, 10),
                    {"Add or omit other components. To remove all of them, remove the standby",
                     {{"components.add"}, {"components.omit"}}})};
}

/// Where a component comes, a service listens on more than before, or something new is put.
Findings checkNewPlaces(const Situation& situation, const Maintenance& wanted) {
    const Catalog* catalog = catalogFor(situation, wanted);
    if (catalog == nullptr)
        return {};
    std::vector<const Component*> then;
    for (const std::string& id :
         changedComponents(*catalog, situation.receipt->components, wanted.add, wanted.omit))
        then.push_back(catalog->find(id));
    Findings findings = checkDominoForChange(situation, then);
    append(findings, checkNewPorts(situation, then));
    append(findings, checkPlacesOf(situation, then));
    return findings;
}

Findings checkChange(const Situation& situation, const Maintenance& wanted) {
    Findings all = checkDatabaseForChange(situation, wanted);
    append(all, checkServiceManagerForChange(situation));
    if (!situation.facts.standby.known() || !situation.facts.standby.value().differences.known())
        all.push_back(blocker(ExitCode::blocked, "standby.files", "Setup can't compare the installed files",
                              situation.facts.standby.known()
                                  ? situation.facts.standby.value().differences.reason()
                                  : situation.facts.standby.reason(),
                              "Run setup as an administrator"));
    if (wanted.kind == Maintenance::Kind::upgrade)
        append(all, checkMediaForUpgrade(situation, wanted));
    append(all, checkChosen(situation, wanted));
    append(all, checkNewPlaces(situation, wanted));
    return all;
}

Findings checkDatabaseForRemoval(const Situation& situation, const Maintenance& wanted) {
    const std::string id = "database.reachable";
    if (wanted.keepRegistration)
        return {warning(id, "The database will not be changed",
                        situation.receipt->standby + " stays registered as the standby of " +
                            situation.receipt->primary + ", which can't get another one",
                        {"Release the primary later", {}, releaseInstalledCommand(situation)})};
    if (situation.database == nullptr)
        return {
            blocker(ExitCode::database, id, "The BlackBerry Configuration Database can't be read",
                    situation.facts.database.reason(),
                    {"Try again when you can reach it. Or remove the standby from this computer only, and "
                     "release the primary in the database later",
                     {{"keep-registration"}}})};
    if (pairOf(situation) == nullptr)
        return {warning(id, "The database does not know this standby",
                        situation.receipt->standby + " on " + situation.receipt->computer +
                            " is not the standby of " + situation.receipt->primary +
                            " there; nothing is removed from it",
                        "Check that this is the right database")};
    return {passed(id, "The database knows this standby",
                   situation.receipt->standby + " is the standby of " + situation.receipt->primary)};
}

/// Empty: nothing tells so.
std::string signOfPromotion(const Situation& situation) {
    const Server* standby =
        situation.database == nullptr ? nullptr : situation.database->findServer(situation.receipt->standby);
    if (standby != nullptr && standby->actsAs == Role::primary)
        return "according to the database, " + standby->name + " acts as primary";
    const Fact<StandbyState>& state = situation.facts.standby;
    if (!state.known() || !state.value().running.known())
        return {};
    const std::vector<std::string>& running = state.value().running.value();
    for (const std::string& unit : running)
        if (unit == places::activeTarget)
            return unit + " is active; only the failover process starts it";
    if (onWindows(situation)) // has no targets
        for (const ServiceDefinition& service : situation.receipt->services.definitions)
            if (service.policy == StartPolicy::deferredUntilFailover &&
                std::ranges::count(running, service.key) > 0)
                return service.displayName + " is running; only the failover process starts it";
    return {};
}

constexpr auto promotedTitle = "The standby is promoted and serves the users";

Findings checkPassive(const Situation& situation, const Maintenance& wanted) {
    const std::string id = "standby.passive";
    const std::string sign = signOfPromotion(situation);
    if (sign.empty())
        return {passed(id, "The standby is not promoted",
                       situation.database == nullptr ? "No sign of a promotion on this computer"
                                                     : "According to the database it acts as standby")};
    const std::string title = promotedTitle;
    const std::string effect = wanted.kind == Maintenance::Kind::remove
                                   ? "The service to users ends"
                                   : "The service to users may be interrupted";
    if (wanted.acceptPromoted)
        return {warning(id, title, sign, effect + "; accepted by you")};
    return {blocker(ExitCode::promoted, id, title, sign,
                    {"Fail over to " + situation.receipt->primary +
                         " first, or continue although it is promoted. " + effect,
                     {{"although-promoted"}}})};
}

Findings checkUsers(const Situation& situation, const Maintenance& wanted) {
    const Server* standby =
        situation.database == nullptr ? nullptr : situation.database->findServer(situation.receipt->standby);
    if (wanted.keepRegistration || standby == nullptr || standby->users == 0)
        return {};
    return {blocker(ExitCode::blocked, "standby.users", "Users are assigned to the standby",
                    std::to_string(standby->users) + " users of " + standby->name + " in the database",
                    "Move them to another server in the BlackBerry Administration Service first")};
}

Findings checkForeign(const Situation& situation) {
    if (!situation.facts.standby.known() || situation.facts.standby.value().filesOfOthers.empty())
        return {};
    std::vector<std::string> paths;
    for (const std::filesystem::path& path : situation.facts.standby.value().filesOfOthers)
        paths.push_back(utf8(path));
    return {information("standby.foreign-files", "Files that setup did not install stay in place",
                        listed(paths, 20))};
}

/// What a change or a removal needs of the account, of the service manager and of the database, where it is
/// not there.
Findings checkSurroundingsForChange(const Situation& situation, const Maintenance& wanted) {
    Findings all = checkSystemd(situation);
    if (wanted.kind != Maintenance::Kind::remove)
        append(all, checkServiceAccount(situation));
    if (!wanted.keepRegistration && wanted.kind != Maintenance::Kind::repair)
        append(all, checkDatabaseRights(situation));
    append(all, checkClock(situation));
    append(all, checkRestart(situation));
    std::erase_if(all, [](const Finding& finding) { return finding.severity != Severity::blocker; });
    return all;
}

} // namespace

Findings checkActsAsPrimary(const Situation& situation) {
    const std::string sign = signOfPromotion(situation);
    if (sign.empty())
        return {};
    return {warning("standby.passive", promotedTitle, sign,
                    "A repair restarts services whose files it replaces, which may interrupt the service to "
                    "users: fail over to " +
                        situation.receipt->primary + " first")};
}

std::vector<Finding> checkStaging(const Facts& facts, const Request& request,
                                  const std::vector<std::string>& packages) {
    return checkSpaceFor(assess(facts, request), packages);
}

std::vector<Finding> checkMaintenance(const Facts& facts, const Request& request, const Maintenance& wanted) {
    const Situation situation = assess(facts, request);
    Findings all = checkOtherRun(situation);
    if (!all.empty())
        return all;
    append(all, checkPrivileges(situation));
    append(all, checkWritableByOthers(situation));
    append(all, checkUnfinishedRun(situation));
    append(all, checkPresence(situation));
    if (situation.receipt == nullptr)
        return all;
    append(all, checkServices(situation));
    const bool removal = wanted.kind == Maintenance::Kind::remove;
    append(all, removal ? checkDatabaseForRemoval(situation, wanted) : checkChange(situation, wanted));
    append(all, checkFoldersOfInstalled(situation, wanted));
    append(all, checkSurroundingsForChange(situation, wanted));
    append(all, wanted.kind == Maintenance::Kind::repair ? checkActsAsPrimary(situation)
                                                         : checkPassive(situation, wanted));
    if (!removal)
        return all;
    append(all, checkUsers(situation, wanted));
    append(all, checkDominoForChange(situation, {}));
    append(all, checkForeign(situation));
    return all;
}

std::vector<Finding> checkSameMedia(const Facts& facts, const Request& request) {
    const Situation situation = assess(facts, request);
    Findings all = checkMedia(situation);
    if (situation.media != nullptr && situation.media->manifestSha256 != situation.receipt->mediaSha256)
        all.push_back(blocker(
            ExitCode::media, "media.same", "This is not the media that the standby was installed from",
            "media.json has the SHA-256 " + situation.media->manifestSha256.substr(0, 16) +
                "..., the installed media had " + situation.receipt->mediaSha256.substr(0, 16) + "...",
            Remedy{"Choose the same media. To install other media, upgrade the standby",
                   {{"media.folder"}},
                   "bes-standby-setup upgrade"}));
    return all;
}

} // namespace bes::check

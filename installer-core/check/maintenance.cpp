// SPDX-License-Identifier: Apache-2.0
#include "check/check.hpp"

#include <algorithm>

#include "check/primaries.hpp"
#include "check/rules.hpp"
#include "check/upgrade.hpp"
#include "model/component_choice.hpp"
#include "text/lists.hpp"

namespace bes::check {
namespace {

void append(Findings& all, Findings more) {
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

Findings checkPresence(const Situation& now) {
    if (!now.facts.installed.known())
        return {blocker(ExitCode::blocked, "standby.installed",
                        "Setup can't tell whether a standby is installed here", now.facts.installed.reason(),
                        remedyOfUnknown(now))};
    if (now.receipt == nullptr)
        return {blocker(ExitCode::notInstalled, "standby.installed", "No standby is installed here",
                        "This computer has no receipt",
                        {"Check another computer, or choose an image", {{"target.root"}}})};
    return {passed("standby.installed", "A standby is installed here",
                   now.receipt->standby + ", standby of " + now.receipt->primary)};
}

Findings checkServices(const Situation& now) {
    const Fact<StandbyState>& standby = now.facts.standby;
    const std::string& reason = standby.known() ? standby.value().running.reason() : standby.reason();
    if (standby.known() && standby.value().running.known())
        return {};
    return {blocker(ExitCode::blocked, "standby.services", "Setup can't tell which services are running",
                    reason, {"Make sure that systemd answers", {}, "systemctl status"})};
}

const Pair* pairOf(const Situation& now) {
    const Pair* pair = now.database->findPairOfPrimary(now.receipt->primary);
    return pair != nullptr && now.isInstalled(*pair) ? pair : nullptr;
}

std::string releaseInstalledCommand(const Situation& now) {
    return releaseCommand(now.request, now.receipt->primary) + " --standby " + quoted(now.receipt->standby);
}

Findings checkDatabaseForChange(const Situation& now, const Maintenance& wanted) {
    const std::string id = "database.reachable";
    const bool repair = wanted.kind == Maintenance::Kind::repair;
    if (now.database == nullptr && repair)
        return {warning(id, "The registration can't be compared", now.facts.database.reason(),
                        "Run the repair again when you can reach the database")};
    if (now.database == nullptr)
        return {blocker(ExitCode::database, id, "The BlackBerry Configuration Database can't be read",
                        now.facts.database.reason(), "Try again when you can reach it")};
    if (Findings unchangeable = checkDatabaseChange(now); !unchangeable.empty() && !repair)
        return unchangeable;
    const Pair* pair = now.database->findPairOfPrimary(now.receipt->primary);
    if (pair != nullptr && !now.isInstalled(*pair))
        return {blocker(ExitCode::standbyExists, "primary.no-standby",
                        now.receipt->primary + " has another standby in the database",
                        pair->standby + " on " + pair->standbyComputer, "Remove one of the two standbys")};
    if (now.database->findServer(now.receipt->primary) == nullptr)
        return {blocker(
            ExitCode::primaryUnknown, "primary.exists", "The database has no primary " + now.receipt->primary,
            "It was the primary of " + now.receipt->standby, "Check that this is the right database")};
    return {passed(id, "Setup can read the BlackBerry Configuration Database",
                   "It can compare the registration")};
}

Findings checkServiceManagerForChange(const Situation& now) {
    if (now.facts.serviceManager.known() && now.facts.serviceAccountExists.known())
        return {};
    return {blocker(ExitCode::blocked, "service.manager", "Setup can't tell whether it can start services",
                    now.facts.serviceManager.known() ? now.facts.serviceAccountExists.reason()
                                                     : now.facts.serviceManager.reason(),
                    {"Run setup where systemd runs, or on a folder", {{"target.root"}}})};
}

/// An upgrade brings its own catalogue; null where its media can't be taken, which has been said.
const Catalog* catalogFor(const Situation& now, const Maintenance& wanted) {
    if (wanted.kind != Maintenance::Kind::upgrade)
        return &now.receipt->catalog;
    if (now.media == nullptr || blocks(checkMediaForInstalled(now, wanted.allowDowngrade)))
        return nullptr;
    return &now.media->manifest.catalog;
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

Findings checkChosen(const Situation& now, const Maintenance& wanted) {
    const Catalog* catalog = catalogFor(now, wanted);
    if (catalog == nullptr)
        return {};
    std::vector<std::string> wrong = wrongNames(*catalog, now.receipt->components, wanted);
    if (wrong.empty())
        wrong = wrongChoice(*catalog, now.receipt->components, wanted);
    if (wrong.empty())
        return {};
    return {blocker(ExitCode::components, "components.fit", "The components don't fit together",
                    listed(wrong, 10),
                    {"Add or omit other components. To remove all of them, remove the standby",
                     {{"components.add"}, {"components.omit"}}})};
}

/// Where a component comes, a service listens on more than before, or something new is put.
Findings checkNewPlaces(const Situation& now, const Maintenance& wanted) {
    const Catalog* catalog = catalogFor(now, wanted);
    if (catalog == nullptr)
        return {};
    std::vector<const Component*> then;
    for (const std::string& id :
         changedComponents(*catalog, now.receipt->components, wanted.add, wanted.omit))
        then.push_back(catalog->find(id));
    Findings findings = checkDominoForChange(now, then);
    append(findings, checkNewPorts(now, then));
    append(findings, checkPlacesOf(now, then));
    return findings;
}

Findings checkChange(const Situation& now, const Maintenance& wanted) {
    Findings all = checkDatabaseForChange(now, wanted);
    append(all, checkServiceManagerForChange(now));
    if (!now.facts.standby.known() || !now.facts.standby.value().differences.known())
        all.push_back(blocker(ExitCode::blocked, "standby.files", "Setup can't compare the installed files",
                              now.facts.standby.known() ? now.facts.standby.value().differences.reason()
                                                        : now.facts.standby.reason(),
                              "Run setup as an administrator"));
    if (wanted.kind == Maintenance::Kind::upgrade)
        append(all, checkMediaForUpgrade(now, wanted));
    append(all, checkChosen(now, wanted));
    append(all, checkNewPlaces(now, wanted));
    return all;
}

Findings checkDatabaseForRemoval(const Situation& now, const Maintenance& wanted) {
    const std::string id = "database.reachable";
    if (wanted.keepRegistration)
        return {warning(id, "The database will not be changed",
                        now.receipt->standby + " stays registered as the standby of " + now.receipt->primary +
                            ", which can't get another one",
                        {"Release the primary later", {}, releaseInstalledCommand(now)})};
    if (now.database == nullptr)
        return {
            blocker(ExitCode::database, id, "The BlackBerry Configuration Database can't be read",
                    now.facts.database.reason(),
                    {"Try again when you can reach it. Or remove the standby from this computer only, and "
                     "release the primary in the database later",
                     {{"keep-registration"}}})};
    if (pairOf(now) == nullptr)
        return {warning(id, "The database does not know this standby",
                        now.receipt->standby + " on " + now.receipt->computer + " is not the standby of " +
                            now.receipt->primary + " there; nothing is removed from it",
                        "Check that this is the right database")};
    return {passed(id, "The database knows this standby",
                   now.receipt->standby + " is the standby of " + now.receipt->primary)};
}

/// Empty: nothing tells so.
std::string signOfPromotion(const Situation& now) {
    const Server* standby =
        now.database == nullptr ? nullptr : now.database->findServer(now.receipt->standby);
    if (standby != nullptr && standby->actsAs == Role::primary)
        return "according to the database, " + standby->name + " acts as primary";
    const Fact<StandbyState>& state = now.facts.standby;
    if (!state.known() || !state.value().running.known())
        return {};
    for (const std::string& unit : state.value().running.value())
        if (unit == "bes-active.target")
            return unit + " is active; only the failover process starts it";
    return {};
}

Findings checkPassive(const Situation& now, const Maintenance& wanted) {
    const std::string id = "standby.passive";
    const std::string sign = signOfPromotion(now);
    if (sign.empty())
        return {passed(id, "The standby is not promoted",
                       now.database == nullptr ? "No sign of a promotion on this computer"
                                               : "According to the database it acts as standby")};
    const std::string title = "The standby is promoted and serves the users";
    const std::string effect = wanted.kind == Maintenance::Kind::remove
                                   ? "The service to users ends"
                                   : "The service to users may be interrupted";
    if (wanted.acceptPromoted)
        return {warning(id, title, sign, effect + "; accepted by you")};
    return {blocker(
        ExitCode::promoted, id, title, sign,
        {"Fail over to " + now.receipt->primary + " first, or continue although it is promoted. " + effect,
         {{"although-promoted"}}})};
}

Findings checkUsers(const Situation& now, const Maintenance& wanted) {
    const Server* standby =
        now.database == nullptr ? nullptr : now.database->findServer(now.receipt->standby);
    if (wanted.keepRegistration || standby == nullptr || standby->users == 0)
        return {};
    return {blocker(ExitCode::blocked, "standby.users", "Users are assigned to the standby",
                    std::to_string(standby->users) + " users of " + standby->name + " in the database",
                    "Move them to another server in the BlackBerry Administration Service first")};
}

Findings checkForeign(const Situation& now) {
    if (!now.facts.standby.known() || now.facts.standby.value().foreign.empty())
        return {};
    std::vector<std::string> paths;
    for (const std::filesystem::path& path : now.facts.standby.value().foreign)
        paths.push_back(path.string());
    return {information("standby.foreign-files", "Files that setup did not install stay in place",
                        listed(paths, 20))};
}

/// What a change or a removal needs of the account, of systemd and of the database, where it is not there.
Findings checkSurroundingsForChange(const Situation& now, const Maintenance& wanted) {
    Findings all = checkSystemd(now);
    if (wanted.kind != Maintenance::Kind::remove)
        append(all, checkServiceAccount(now));
    if (!wanted.keepRegistration && wanted.kind != Maintenance::Kind::repair)
        append(all, checkDatabaseRights(now));
    append(all, checkClock(now));
    std::erase_if(all, [](const Finding& finding) { return finding.severity != Severity::blocker; });
    return all;
}

} // namespace

std::vector<Finding> checkStaging(const Facts& facts, const Request& request,
                                  const std::vector<std::string>& packages) {
    return checkSpaceFor(assess(facts, request), packages);
}

std::vector<Finding> checkMaintenance(const Facts& facts, const Request& request, const Maintenance& wanted) {
    const Situation now = assess(facts, request);
    Findings all = checkOtherRun(now);
    if (!all.empty())
        return all;
    append(all, checkPrivileges(now));
    append(all, checkWritableByOthers(now));
    append(all, checkUnfinishedRun(now));
    append(all, checkPresence(now));
    if (now.receipt == nullptr)
        return all;
    append(all, checkServices(now));
    const bool removal = wanted.kind == Maintenance::Kind::remove;
    append(all, removal ? checkDatabaseForRemoval(now, wanted) : checkChange(now, wanted));
    append(all, checkFoldersOfInstalled(now, wanted));
    append(all, checkSurroundingsForChange(now, wanted));
    if (wanted.kind != Maintenance::Kind::repair)
        append(all, checkPassive(now, wanted));
    if (!removal)
        return all;
    append(all, checkUsers(now, wanted));
    append(all, checkDominoForChange(now, {}));
    append(all, checkForeign(now));
    return all;
}

std::vector<Finding> checkSameMedia(const Facts& facts, const Request& request) {
    const Situation now = assess(facts, request);
    Findings all = checkMedia(now);
    if (now.media != nullptr && now.media->manifestSha256 != now.receipt->mediaSha256)
        all.push_back(blocker(
            ExitCode::media, "media.same", "This is not the media that the standby was installed from",
            "media.json has the SHA-256 " + now.media->manifestSha256.substr(0, 16) +
                "..., the installed media had " + now.receipt->mediaSha256.substr(0, 16) + "...",
            Remedy{"Choose the same media. To install other media, upgrade the standby",
                   {{"media.folder"}},
                   "bes-standby-setup upgrade"}));
    return all;
}

} // namespace bes::check

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/primaries.hpp"
#include "check/rules.hpp"
#include "check/system_of.hpp"
#include "check/things_of_others.hpp"
#include "text/path_text.hpp"
#include "text/shell_words.hpp"

namespace bes::check {
namespace {

using Standing = ThingOfOthers::Standing;

constexpr auto id = "places.others";

Finding unknownPlaces(const Situation& situation) {
    const std::string title = "Setup can't tell whether other files are in the places that it needs";
    const std::string& reason = situation.facts.others.reason();
    // Whoever may not change the computer may often not look everywhere; one blocker for that is enough.
    if (!situation.facts.administrator.known() || !situation.facts.administrator.value())
        return warning(id, title, reason, "Run setup as an administrator");
    return blocker(ExitCode::othersFiles, id, title, reason, "Resolve this, then run setup again");
}

std::string byHand(System system) {
    return system == System::windows
               ? "Move these files away, stop what has them open, give folders to the administrators (icacls "
                 "FOLDER /setowner Administrators), or choose other folders"
               : "Move these files away, stop what is running and unmask units (systemctl unmask, systemctl "
                 "revert), give folders to root (chown root:), remove attributes (chattr), or choose other "
                 "folders";
}

Remedy remedyFor(const Things& things, System system) {
    if (!ofStanding(things, {Standing::inPlace}).empty())
        return {"Move them to another place, or let setup move them away until the standby is removed",
                {{"existing.files", "keep"}}};
    return ofStanding(things, {Standing::fixed}).empty()
               ? Remedy("Remove them, or keep them as they are", {{"existing.files", "keep"}})
               : Remedy(byHand(system));
}

Finding refused(const Things& things, System system) {
    return blocker(ExitCode::othersFiles, id, "Other files are in the places that setup needs",
                   described(things), remedyFor(things, system));
}

Finding notMovable(const Things& things, System system) {
    return blocker(ExitCode::othersFiles, id, "Setup can't keep all of the other files", described(things),
                   byHand(system));
}

Finding kept(const Things& things) {
    const Things moved = ofStanding(things, {Standing::inPlace});
    const Things left = ofStanding(things, {Standing::inForce, Standing::shadowed});
    std::string evidence;
    if (!moved.empty())
        evidence = "Moved away until the standby is removed: " + described(moved);
    if (!left.empty())
        evidence += (evidence.empty() ? "" : ". ") + ("Left in place: " + described(left));
    return warning(
        id, "Other files will be kept", evidence,
        {"The status shows them. Removing the standby puts them back", {}, "bes-standby-setup status"});
}

Finding checkInPlaces(const Situation& situation, const Things& things) {
    if (things.empty())
        return passed(id, "No other files are in the places that setup needs",
                      onWindows(situation) ? "The places for programs and configuration are free"
                                           : "The places for units, programs and configuration are free");
    if (situation.request.existingFiles == ExistingFiles::refuse)
        return refused(things, systemOf(situation));
    const Things fixed = ofStanding(things, {Standing::fixed});
    return fixed.empty() ? kept(things) : notMovable(fixed, systemOf(situation));
}

std::string commandToGive(const std::string& folder, const std::string& account, System system) {
    return system == System::windows
               ? "icacls " + wordForWindows(folder) + " /grant " + wordForWindows(account + ":(OI)(CI)M")
               : "chown " + account + ": " + quoted(folder);
}

/// The services could not write their logs, and would end.
Findings checkLogs(const Situation& situation) {
    const Fact<LogFolder>& fact = situation.facts.logFolder;
    if (!fact.known() || !fact.value().there || fact.value().writable)
        return {}; // where it can't be looked, the places are not known either
    const LogFolder& logs = fact.value();
    const std::string folder = utf8(situation.request.logFolder);
    const std::string& account = situation.request.serviceAccount;
    const std::string seen = folder + " is a " + std::string(toString(logs.type)) + " of " + logs.owner +
                             ", mode " + logs.rights.text() + "; the services run as " + account;
    if (logs.known && logs.type == EntryType::folder)
        return {
            information("logs.owner", "The logs of an earlier installation will belong to " + account, seen)};
    const bool exists =
        situation.facts.serviceAccountExists.known() && situation.facts.serviceAccountExists.value();
    return {blocker(ExitCode::othersFiles, "logs.owner", "The services can't write to the log folder", seen,
                    exists ? Remedy("Give the folder to that account, move it away, or choose another",
                                    {{"folders.logs"}}, commandToGive(folder, account, systemOf(situation)))
                           : Remedy("Move the folder away, or choose another", {{"folders.logs"}}))};
}

} // namespace

Findings checkPlacesOf(const Situation& situation, const std::vector<const Component*>& components) {
    const bool saidElsewhere = !situation.facts.installed.known() || !situation.facts.unfinishedRun.known();
    if (!situation.facts.others.known() && (saidElsewhere || situation.unfinishedRun != nullptr))
        return {}; // an interrupted run is undone first, and then it is looked at again
    if (!situation.facts.others.known())
        return {unknownPlaces(situation)};
    const Things all = thingsInTheWay(situation.facts.others.value(), components, situation.request);
    Findings findings{checkInPlaces(situation, ofStanding(all, {Standing::inPlace, Standing::inForce,
                                                                Standing::shadowed, Standing::fixed}))};
    for (Finding& finding : checkRelations(situation, all))
        findings.push_back(std::move(finding));
    return findings;
}

Findings checkPlaces(const Situation& situation) {
    if (situation.installed != nullptr)
        return {}; // not for an installation to change: checkInstalled() says what is
    Findings findings = checkPlacesOf(situation, situation.components);
    for (Finding& finding : checkLogs(situation))
        findings.push_back(std::move(finding));
    return findings;
}

} // namespace bes::check

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/rules.hpp"
#include "check/things_of_others.hpp"
#include "model/octal_mode.hpp"

namespace bes::check {
namespace {

using Standing = ThingOfOthers::Standing;

constexpr auto id = "places.others";

Finding unknownPlaces(const Situation& now) {
    const std::string title = "It is not known whether files of others stand where setup puts its own";
    const std::string& reason = now.facts.others.reason();
    // Whoever may not change the computer may often not look everywhere; one blocker for that is enough.
    if (!now.facts.administrator.known() || !now.facts.administrator.value())
        return warning(id, title, reason, "Run setup as an administrator");
    return blocker(ExitCode::othersFiles, id, title, reason, "Remove the cause, then run setup again");
}

constexpr auto byHand =
    "Move these away, stop what is running and unmask units (systemctl unmask, systemctl "
    "revert), give folders to root (chown root:), end attributes (chattr), or choose other folders";

std::string remedyFor(const Things& things) {
    if (!ofStanding(things, {Standing::inPlace}).empty())
        return "Move them to another place, or keep them with --existing.files keep: setup moves "
               "them away, and 'remove' puts them back";
    return ofStanding(things, {Standing::fixed}).empty()
               ? "Remove them, or leave them as they are with --existing.files keep"
               : byHand;
}

Finding refused(const Things& things) {
    return blocker(ExitCode::othersFiles, id, "Files of others stand where setup puts its own",
                   described(things), remedyFor(things));
}

Finding notMovable(const Things& things) {
    return blocker(ExitCode::othersFiles, id, "Setup can't keep all files of others", described(things),
                   byHand);
}

Finding kept(const Things& things) {
    const Things moved = ofStanding(things, {Standing::inPlace});
    const Things left = ofStanding(things, {Standing::inForce, Standing::shadowed});
    std::string evidence;
    if (!moved.empty())
        evidence = "Moved away until the standby is removed: " + described(moved);
    if (!left.empty())
        evidence += (evidence.empty() ? "" : ". ") + ("Left where it is: " + described(left));
    return warning(id, "Files of others are kept", evidence,
                   "Look at them with 'bes-standby-setup status'; 'bes-standby-setup remove' puts them back");
}

Finding checkInPlaces(const Situation& now, const Things& things) {
    if (things.empty())
        return passed(id, "No files of others stand where setup puts its own",
                      "Units, programs and configuration have their places to themselves");
    if (now.request.existingFiles == ExistingFiles::refuse)
        return refused(things);
    const Things fixed = ofStanding(things, {Standing::fixed});
    return fixed.empty() ? kept(things) : notMovable(fixed);
}

/// The services could not write their logs, and would end.
Findings checkLogs(const Situation& now) {
    const Fact<LogFolder>& fact = now.facts.logFolder;
    if (!fact.known() || !fact.value().there || fact.value().writable)
        return {}; // where it can't be looked, the places are not known either
    const LogFolder& logs = fact.value();
    const std::string folder = now.request.logFolder.string();
    const std::string& account = now.request.serviceAccount;
    const std::string seen = folder + " is a " + logs.type + " of " + logs.owner + ", mode " +
                             octalMode(logs.mode) + "; the services run as " + account;
    if (logs.known && logs.type == "folder")
        return {
            information("logs.owner", "The logs of an earlier installation are given to " + account, seen)};
    const bool exists = now.facts.serviceAccountExists.known() && now.facts.serviceAccountExists.value();
    return {blocker(ExitCode::othersFiles, "logs.owner", "The services can't write into the log folder", seen,
                    exists ? "Give it to that account (chown " + account + ": " + folder +
                                 "), move it away, or choose another with --folders.logs DIR"
                           : "Move it away, or choose another with --folders.logs DIR")};
}

} // namespace

Findings checkPlacesOf(const Situation& now, const std::vector<const Component*>& components) {
    const bool saidElsewhere = !now.facts.installed.known() || !now.facts.unfinishedRun.known();
    if (!now.facts.others.known() && (saidElsewhere || now.unfinishedRun != nullptr))
        return {}; // an interrupted run is undone first, and then it is looked at again
    if (!now.facts.others.known())
        return {unknownPlaces(now)};
    const Things all = thingsInTheWay(now.facts.others.value(), components, now.request);
    Findings findings{checkInPlaces(
        now, ofStanding(all, {Standing::inPlace, Standing::inForce, Standing::shadowed, Standing::fixed}))};
    for (Finding& finding : checkRelations(now, all))
        findings.push_back(std::move(finding));
    return findings;
}

Findings checkPlaces(const Situation& now) {
    if (now.installed != nullptr)
        return {}; // not for an installation to change: checkInstalled() says what is
    Findings findings = checkPlacesOf(now, now.components);
    for (Finding& finding : checkLogs(now))
        findings.push_back(std::move(finding));
    return findings;
}

} // namespace bes::check

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>

#include "check/address.hpp"
#include "check/primaries.hpp"
#include "check/rules.hpp"
#include "check/same_computer.hpp"
#include "text/lists.hpp"

namespace bes::check {
namespace {

/// The name service was asked for the chosen primary only.
ResolvedAddresses resolvedFor(const Situation& situation, const Server& server) {
    ResolvedAddresses resolved;
    resolved.askedHere = situation.request.onRunningSystem();
    if (situation.primary == &server && situation.facts.primaryAddresses.known())
        resolved.addresses = situation.facts.primaryAddresses.value();
    return resolved;
}

std::string called(const Computer& computer) {
    std::string text = computer.name;
    if (!computer.fullyQualifiedName.empty() && !sameName(computer.fullyQualifiedName, computer.name))
        text += " (" + computer.fullyQualifiedName + ")";
    return computer.addresses.empty() ? text : text + ", " + listed(computer.addresses);
}

Finding checkOtherComputer(const Situation& situation) {
    const std::string id = "primary.other-computer";
    const Server& primary = *situation.primary;
    const Fact<std::vector<std::string>>& asked = situation.facts.primaryAddresses;
    const std::string names =
        primary.name + " is on " + primary.computer + ", this computer is " + called(*situation.computer);
    if (const auto same = sameComputer(*situation.computer, primary, resolvedFor(situation, primary)))
        return blocker(
            ExitCode::sameComputer, id, "The primary is on this computer", names + ": " + *same,
            "Run setup on another computer: a standby on the primary's computer fails together with it");

    const bool addressesCompared =
        !situation.computer->addresses.empty() && (!primary.addresses.empty() || asked.known());
    if (addressesCompared)
        return passed(id, "The primary is on another computer",
                      names + "; names and addresses differ" +
                          (asked.known() ? "" : " (registered addresses only: " + asked.reason() + ")"));
    const std::string evidence =
        names + "; setup could compare the names only: " +
        (situation.computer->addresses.empty() ? "the addresses of this computer are unknown"
                                               : asked.reason());
    if (!situation.request.onRunningSystem())
        return information(id, "The primary's computer has another name", evidence);
    return warning(id, "The primary's computer has another name, but its addresses are unknown", evidence,
                   "Make sure that " + primary.computer + " is another computer");
}

Finding checkNotPrimary(const Situation& situation) {
    for (const Server& server : situation.database->servers) {
        if (server.role != Role::primary)
            continue;
        if (const auto same = sameComputer(*situation.computer, server, resolvedFor(situation, server)))
            return blocker(ExitCode::isPrimary, "computer.not-primary", "This computer is a primary",
                           "The primary " + server.name + " is on " + server.computer + ": " + *same,
                           "Run setup on another computer: a primary can't become a standby");
    }
    return passed("computer.not-primary", "This computer is not a primary",
                  "No primary in the database is on " + situation.computer->name);
}

/// The pair of the chosen primary is judged by primary.no-standby.
bool otherIsAbandoned(const Situation& situation) {
    return situation.abandoned != nullptr &&
           !sameName(situation.abandoned->primary, situation.request.primary);
}

Finding releasedForThis(const Pair& pair) {
    return warning("computer.no-standby",
                   "Setup releases " + pair.primary + ", which a dead run has reserved from this computer",
                   pair.standby + " on " + pair.standbyComputer + " has been under installation since " +
                       pair.since + " (run " + pair.run + "). This computer has no such run to finish",
                   unlessOtherComputer(pair));
}

Finding checkNoStandby(const Situation& situation) {
    const auto standsBy = [&](const Pair& pair) {
        if (sameName(pair.primary, situation.request.primary) || situation.isInterrupted(pair) ||
            &pair == situation.abandoned)
            return false;
        const Server* standby = situation.database->findServer(pair.standby);
        return isNameOf(*situation.computer, pair.standbyComputer) ||
               (standby != nullptr &&
                sameComputer(*situation.computer, *standby, resolvedFor(situation, *standby)));
    };
    const auto pair = std::ranges::find_if(situation.database->pairs, standsBy);
    if (pair == situation.database->pairs.end() && otherIsAbandoned(situation))
        return releasedForThis(*situation.abandoned);
    if (pair == situation.database->pairs.end())
        return passed("computer.no-standby", "This computer is not the standby of another primary",
                      "No other primary has its standby on " + situation.computer->name);
    return blocker(
        ExitCode::isStandbyOfAnother, "computer.no-standby",
        "This computer is the standby of another primary",
        pair->standby + " on " + pair->standbyComputer + " has been the standby of " + pair->primary +
            " since " + pair->since + " (" + std::string(toString(pair->state)) + ")",
        pair->state == PairState::reserved
            ? Remedy("If that computer is lost, release the primary", {},
                     releaseCommand(situation.request, pair->primary))
            : Remedy("A computer can have one standby: remove that one first, or use another computer"));
}

Remedy remedyForName(const Situation& situation) {
    if (onWindows(situation))
        return {"Give the computer another name (System Properties), and restart it"};
    if (situation.request.onRunningSystem())
        return {"Give the computer a host name", {}, "hostnamectl hostname NAME"};
    return {"Enter the host name of the computer", {{"standby.computer"}}};
}

/// The pair is registered under it, and the failover process looks for the computer by it.
std::optional<Finding> wrongName(const Situation& situation) {
    const Computer& computer = *situation.computer;
    for (const std::string& name : {computer.fullyQualifiedName, computer.name}) {
        const std::string wrong = wrongHostName(name);
        if (wrong.empty())
            continue;
        const bool chosen = !situation.request.computer.empty();
        return blocker(ExitCode::blocked, "computer.name", "This computer name can't be registered",
                       "'" + name + "' " + wrong,
                       chosen ? Remedy("Enter the host name of the computer", {{"standby.computer"}})
                              : remedyForName(situation));
    }
    return std::nullopt;
}

} // namespace

Findings checkComputer(const Situation& situation) {
    if (situation.computer == nullptr)
        return {blocker(ExitCode::blocked, "computer.name", "The name of this computer is unknown",
                        situation.facts.computer.reason(), remedyForName(situation))};
    if (const auto wrong = wrongName(situation))
        return {*wrong};
    Findings findings{
        passed("computer.name", "The name of this computer is known", called(*situation.computer))};
    if (situation.primary != nullptr && situation.primary->role == Role::primary)
        findings.push_back(checkOtherComputer(situation));
    if (situation.database != nullptr) {
        findings.push_back(checkNotPrimary(situation));
        findings.push_back(checkNoStandby(situation));
    }
    return findings;
}

} // namespace bes::check

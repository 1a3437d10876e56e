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
ResolvedAddresses resolvedFor(const Situation& now, const Server& server) {
    ResolvedAddresses resolved;
    resolved.askedHere = now.request.onRunningSystem();
    if (now.primary == &server && now.facts.primaryAddresses.known())
        resolved.addresses = now.facts.primaryAddresses.value();
    return resolved;
}

std::string called(const Computer& computer) {
    std::string text = computer.name;
    if (!computer.fullyQualifiedName.empty() && !sameName(computer.fullyQualifiedName, computer.name))
        text += " (" + computer.fullyQualifiedName + ")";
    return computer.addresses.empty() ? text : text + ", " + listed(computer.addresses);
}

Finding checkOtherComputer(const Situation& now) {
    const std::string id = "primary.other-computer";
    const Server& primary = *now.primary;
    const Fact<std::vector<std::string>>& asked = now.facts.primaryAddresses;
    const std::string names =
        primary.name + " is on " + primary.computer + ", this computer is " + called(*now.computer);
    if (const auto same = sameComputer(*now.computer, primary, resolvedFor(now, primary)))
        return blocker(
            ExitCode::sameComputer, id, "The primary is on this computer", names + ": " + *same,
            "Run setup on another computer: a standby on the primary's computer fails together with it");

    const bool addressesCompared =
        !now.computer->addresses.empty() && (!primary.addresses.empty() || asked.known());
    if (addressesCompared)
        return passed(id, "The primary is on another computer",
                      names + "; names and addresses differ" +
                          (asked.known() ? "" : " (registered addresses only: " + asked.reason() + ")"));
    const std::string evidence =
        names + "; setup could compare the names only: " +
        (now.computer->addresses.empty() ? "the addresses of this computer are unknown" : asked.reason());
    if (!now.request.onRunningSystem())
        return information(id, "The primary's computer has another name", evidence);
    return warning(id, "The primary's computer has another name, but its addresses are unknown", evidence,
                   "Make sure that " + primary.computer + " is another computer");
}

Finding checkNotPrimary(const Situation& now) {
    for (const Server& server : now.database->servers) {
        if (server.role != Role::primary)
            continue;
        if (const auto same = sameComputer(*now.computer, server, resolvedFor(now, server)))
            return blocker(ExitCode::isPrimary, "computer.not-primary", "This computer is a primary",
                           "The primary " + server.name + " is on " + server.computer + ": " + *same,
                           "Run setup on another computer: a primary can't become a standby");
    }
    return passed("computer.not-primary", "This computer is not a primary",
                  "No primary in the database is on " + now.computer->name);
}

Finding checkNoStandby(const Situation& now) {
    const auto standsBy = [&](const Pair& pair) {
        // The pair of the chosen primary is judged by primary.no-standby.
        if (sameName(pair.primary, now.request.primary) || now.isInterrupted(pair))
            return false;
        const Server* standby = now.database->findServer(pair.standby);
        return isNameOf(*now.computer, pair.standbyComputer) ||
               (standby != nullptr && sameComputer(*now.computer, *standby, resolvedFor(now, *standby)));
    };
    const auto pair = std::ranges::find_if(now.database->pairs, standsBy);
    if (pair == now.database->pairs.end())
        return passed("computer.no-standby", "This computer is not the standby of another primary",
                      "No other primary has its standby on " + now.computer->name);
    return blocker(
        ExitCode::isStandbyOfAnother, "computer.no-standby",
        "This computer is the standby of another primary",
        pair->standby + " on " + pair->standbyComputer + " has been the standby of " + pair->primary +
            " since " + pair->since + " (" + std::string(toString(pair->state)) + ")",
        pair->state == PairState::reserved
            ? Remedy("If that computer is lost, release the primary", {},
                     releaseCommand(now.request, pair->primary))
            : Remedy("A computer can have one standby: remove that one first, or use another computer"));
}

Remedy remedyForName(const Situation& now) {
    if (now.request.onRunningSystem())
        return {"Give the computer a host name", {}, "hostnamectl hostname NAME"};
    return {"Enter the host name of the computer", {{"standby.computer"}}};
}

/// The pair is registered under it, and the failover process looks for the computer by it.
std::optional<Finding> wrongName(const Situation& now) {
    const Computer& computer = *now.computer;
    for (const std::string& name : {computer.fullyQualifiedName, computer.name}) {
        const std::string wrong = wrongHostName(name);
        if (wrong.empty())
            continue;
        const bool chosen = !now.request.computer.empty();
        return blocker(ExitCode::blocked, "computer.name", "This computer name can't be registered",
                       "'" + name + "' " + wrong,
                       chosen ? Remedy("Enter the host name of the computer", {{"standby.computer"}})
                              : remedyForName(now));
    }
    return std::nullopt;
}

} // namespace

Findings checkComputer(const Situation& now) {
    if (now.computer == nullptr)
        return {blocker(ExitCode::blocked, "computer.name", "The name of this computer is unknown",
                        now.facts.computer.reason(), remedyForName(now))};
    if (const auto wrong = wrongName(now))
        return {*wrong};
    Findings findings{passed("computer.name", "The name of this computer is known", called(*now.computer))};
    if (now.primary != nullptr && now.primary->role == Role::primary)
        findings.push_back(checkOtherComputer(now));
    if (now.database != nullptr) {
        findings.push_back(checkNotPrimary(now));
        findings.push_back(checkNoStandby(now));
    }
    return findings;
}

} // namespace bes::check

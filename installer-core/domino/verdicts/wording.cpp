// SPDX-License-Identifier: Apache-2.0
#include "domino/verdicts/wording.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "domino/server_name.hpp"

namespace bes::domino {
namespace {

NamedAnswer answerFor(Role role) {
    return {role == Role::primary ? "domino.primary-console" : "domino.standby-console"};
}

/// The group: bes.md §7.2.
std::string letIn(const DominoFacts& facts, Role role) {
    const std::string server = shown(facts, role);
    return "Give " + shown(facts, Role::standby) + " access: server access list in the Server document of " +
           server + " (Administrator client, Configuration, Server, All Server Documents, Security), group " +
           "LocalDomainServers in the Domino Directory, and the access control list of the database";
}

std::string reach(const DominoFacts& facts, Role role) {
    const std::string server = shown(facts, role);
    return "Start the Domino server " + server +
           ". Check that this is its name, and that this computer can reach " +
           "port 1352 of its computer. If its name is not enough, create a Connection document " +
           "(Administrator client, Configuration, Server, Connections)";
}

} // namespace

std::string serverName(const DominoFacts& facts, Role role) {
    const std::string& given = role == Role::primary ? facts.primary : facts.standby;
    const Identity* const identity = told(facts.replies.identity);
    if (!given.empty() || role == Role::primary || identity == nullptr)
        return given;
    if (!identity->serverName.empty())
        return identity->serverName;
    return isNo(facts.replies.identity) ? std::string() : identity->name; // not that of a person
}

std::string shown(const DominoFacts& facts, Role role) {
    std::string name = abbreviatedName(serverName(facts, role));
    if (!name.empty())
        return name;
    return role == Role::primary ? "the primary's Domino server" : "the standby's Domino server";
}

std::string shown(const std::vector<std::string>& servers) {
    std::vector<std::string> names;
    std::ranges::transform(servers, std::back_inserter(names), abbreviatedName);
    return joinedOnce(names, ", ");
}

std::string because(const Reason& reason) {
    std::vector<std::string> details{reason.source};
    if (reason.code != 0)
        details.push_back(fmt::format("code 0x{:X}", reason.code));
    if (reason.remote)
        details.emplace_back("reported by the other server");
    const std::string text = joinedOnce(details, ", ");
    return text.empty() ? reason.text : reason.text + " (" + text + ")";
}

std::string weakness(Witness witness) {
    switch (witness) {
    case Witness::http:
        return " (weaker: the Domino Directory, read by HTTP, shows what is configured, not what runs)";
    case Witness::pasted:
        return " (weaker: the console output shows an earlier state)";
    case Witness::notesApi:
        break;
    }
    return {};
}

Remedy handOver(const DominoFacts& facts, const std::vector<Role>& roles) {
    std::vector<std::string> servers;
    std::vector<NamedAnswer> answers;
    for (const Role role : roles) {
        servers.push_back(shown(facts, role));
        answers.push_back(answerFor(role));
    }
    return {"provide what the console of " + joinedOnce(servers, " and ") +
                " answers to show cluster and show tasks",
            std::move(answers)};
}

std::string remedyFor(const DominoFacts& facts, Role role, const Reason& reason) {
    switch (reason.kind) {
    case ReasonClass::unreachable:
        return reach(facts, role);
    case ReasonClass::noAccess:
        return letIn(facts, role);
    case ReasonClass::otherServer:
        return "Start " + shown(facts, role) + ": another server of the cluster answered instead";
    case ReasonClass::missingFunction:
        return "Use the library of a newer release of Domino";
    case ReasonClass::library:
    case ReasonClass::account:
    case ReasonClass::noInstallation:
    case ReasonClass::notAnswered:
    case ReasonClass::notAsked:
        return "Let setup query the Domino servers (see domino.asked)";
    case ReasonClass::absent:
    case ReasonClass::notClustered:
    case ReasonClass::unexpected:
        break;
    }
    return "Check the console of " + shown(facts, role);
}

std::string joinedOnce(const std::vector<std::string>& texts, const std::string& separator) {
    std::vector<std::string> taken;
    std::string all;
    for (const std::string& text : texts) {
        if (text.empty() || std::ranges::count(taken, text) > 0)
            continue;
        all += (all.empty() ? "" : separator) + text;
        taken.push_back(text);
    }
    return all;
}

std::string sentence(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

std::string sentences(const std::vector<std::string>& texts) {
    std::vector<std::string> all;
    std::ranges::transform(texts, std::back_inserter(all), sentence);
    return joinedOnce(all, ". ");
}

bool wasNotAsked(const Reason& reason) {
    return reason.kind == ReasonClass::library || reason.kind == ReasonClass::account ||
           reason.kind == ReasonClass::noInstallation || reason.kind == ReasonClass::notAnswered;
}

} // namespace bes::domino

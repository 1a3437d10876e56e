// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "domino/server_name.hpp"
#include "domino/verdicts/subjects.hpp"
#include "domino/verdicts/wording.hpp"

namespace bes::domino {
namespace {

Finding judgeId(const DominoFacts& facts) {
    constexpr auto id = "domino.identity";
    const auto& answer = facts.answers.identity;
    const Identity* const identity = told(answer);
    if (identity == nullptr || identity->name.empty())
        return information(id, "It is not known with which ID the Domino servers were asked",
                           because(reasonOf(answer)));
    const std::string name = abbreviatedName(identity->name);
    if (!isNo(answer))
        return passed(id, "The Domino servers were asked with the ID of the standby's Domino server",
                      "The ID is that of " + name);
    const std::string owner =
        identity->serverName.empty() ? "no server" : abbreviatedName(identity->serverName);
    return warning(
        id, "The Domino servers were asked with another ID than that of the standby's Domino server",
        "The ID is that of " + name + ", notes.ini names " + owner + ": this ID may have other rights",
        "Name the notes.ini of the Domino server with --domino.notes-ini FILE; its KeyFilename is the "
        "server's ID");
}

enum class Same { yes, no, unclear };

/// A name without organisation, as dialogs of BlackBerry show it, may mean the server of that common name.
Same sameServers(const DominoFacts& facts) {
    const std::string primary = serverName(facts, Role::primary);
    const std::string standby = serverName(facts, Role::standby);
    if (primary.empty() || standby.empty())
        return Same::unclear;
    if (sameServer(primary, standby))
        return Same::yes;
    const bool flat = std::ranges::any_of(std::array{primary, standby}, [](const std::string& name) {
        return canonicalName(name).find('/') == std::string::npos;
    });
    return flat && sameServer(commonName(primary), commonName(standby)) ? Same::unclear : Same::no;
}

Finding judgeTwoServers(const DominoFacts& facts) {
    constexpr auto id = "domino.two-servers";
    const std::string names = "The primary's is " + shown(facts, Role::primary) + ", the standby's is " +
                              shown(facts, Role::standby);
    const std::string known = joinedOnce(
        {serverName(facts, Role::primary).empty() ? "the configuration database does not name the primary's"
                                                  : "the primary's is " + shown(facts, Role::primary),
         serverName(facts, Role::standby).empty() ? "neither notes.ini nor the ID names the standby's"
                                                  : "the standby's is " + shown(facts, Role::standby)},
        ", ");
    switch (sameServers(facts)) {
    case Same::yes:
        return blocker(ExitCode::domino, id, "Primary and standby have the same Domino server", names,
                       "Run setup on the computer of another Domino server of the cluster, or name the "
                       "notes.ini of the standby's with --domino.notes-ini FILE");
    case Same::unclear:
        return warning(
            id, "It is not known whether primary and standby have two Domino servers", sentence(known),
            "Let the configuration database name the primary's Domino server in full, as Mail01/Acme, and "
            "name the notes.ini of the standby's with --domino.notes-ini FILE");
    case Same::no:
        break;
    }
    return passed(id, "Primary and standby have Domino servers of their own", names);
}

} // namespace

Findings judgeIdentity(const DominoFacts& facts) {
    return {judgeId(facts), judgeTwoServers(facts)};
}

} // namespace bes::domino

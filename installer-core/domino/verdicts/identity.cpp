// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "domino/server_name.hpp"
#include "domino/verdicts/subjects.hpp"
#include "domino/verdicts/wording.hpp"

namespace bes::domino {
namespace {

Finding judgeId(const DominoFacts& facts) {
    constexpr auto id = "domino.identity";
    const auto& answer = facts.replies.identity;
    const Identity* const identity = told(answer);
    if (identity == nullptr || identity->name.empty())
        return information(id, "Setup can't tell which ID it queried the Domino servers with",
                           because(reasonOf(answer)));
    const std::string name = abbreviatedName(identity->name);
    if (!isNo(answer))
        return passed(id, "Setup queried the Domino servers with the ID of the standby's Domino server",
                      "The ID is that of " + name);
    const std::string owner =
        identity->serverName.empty() ? "no server" : abbreviatedName(identity->serverName);
    return warning(
        id, "Setup queried the Domino servers with an ID other than that of the standby's Domino server",
        "The ID is that of " + name + ", notes.ini names " + owner + ": this ID may have other permissions",
        {"Enter the path of the Domino server's notes.ini. Its KeyFilename is the server's ID",
         {{"domino.notes-ini"}}});
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
        return blocker(
            ExitCode::domino, id, "Primary and standby use the same Domino server", names,
            {"Run setup on the computer of another Domino server of the cluster, or enter the path of the "
             "standby's notes.ini",
             {{"domino.notes-ini"}}});
    case Same::unclear:
        return warning(
            id, "Setup can't tell whether primary and standby have different Domino servers", sentence(known),
            {"Enter the full name of the primary's Domino server in the configuration database, such as "
             "Mail01/Acme, and the path of the standby's notes.ini",
             {{"domino.notes-ini"}}});
    case Same::no:
        break;
    }
    return passed(id, "Primary and standby have different Domino servers", names);
}

} // namespace

Findings judgeIdentity(const DominoFacts& facts) {
    return {judgeId(facts), judgeTwoServers(facts)};
}

} // namespace bes::domino

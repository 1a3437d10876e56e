// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/rules.hpp"

namespace bes::check {
namespace {

bool isLetter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/// A letter and seven or eight letters or digits: inferred from the documented samples S12345678 and
/// Txxxxxxx (bes.md §4.1), so an identifier of another form is no reason to refuse.
bool isUsualIdentifier(const std::string& identifier) {
    return (identifier.size() == 8 || identifier.size() == 9) && isLetter(identifier.front()) &&
           std::ranges::all_of(identifier, [](char c) { return isLetter(c) || (c >= '0' && c <= '9'); });
}

Finding checkIdentifier(const Server& primary) {
    const std::string id = "srp.identifier";
    const std::string& identifier = primary.srp.identifier;
    if (identifier.empty())
        return blocker(ExitCode::database, id, "The primary has no SRP identifier",
                       "The database has none for " + primary.name,
                       "Complete the SRP information of the primary. Setup copies it to the standby");
    if (!isUsualIdentifier(identifier))
        return warning(id, "The SRP identifier has an unusual form",
                       primary.name + " has " + identifier +
                           "; usually it is a letter and 7 or 8 letters or digits",
                       "Compare it with the SRP information that came with the license");
    if (identifier.front() == 'T' || identifier.front() == 't')
        return warning(id, "The SRP identifier is a temporary one", primary.name + " has " + identifier,
                       "Temporary identifiers are meant for tests. Replace it on the primary before you use "
                       "it in production");
    return passed(id, "The SRP identifier is well formed", primary.name + " has " + identifier);
}

Finding checkKey(const Server& primary) {
    const std::string id = "srp.key";
    if (primary.srp.keyFingerprint.empty())
        return blocker(ExitCode::database, id, "The primary has no SRP authentication key",
                       "The database has none for " + primary.name + "; without it a standby can't take over",
                       "Complete the SRP information of the primary. Setup copies it to the standby");
    const std::string fingerprint = "Its fingerprint is " + primary.srp.keyFingerprint;
    if (!primary.srp.keyWellFormed)
        return warning(
            id, "The SRP authentication key has an unusual form",
            fingerprint + "; usually it is ten groups of four hexadecimal digits with hyphens between them",
            "Compare it with the SRP information that came with the license. The hyphens are part of it");
    return passed(id, "The SRP authentication key is well formed", fingerprint);
}

/// Why nothing logs in: bes.md §4.2.
Finding checkEndpoint(const Situation& situation) {
    const std::string id = "srp.endpoint";
    const SrpCredentials& srp = situation.primary->srp;
    const std::string endpoint =
        srp.host.empty() ? "the SRP host" : srp.host + ":" + std::to_string(srp.port);
    const std::string tried = "; setup tried a TCP connection only, never a login";
    const Fact<Reachability>& fact = situation.facts.srpEndpoint;
    if (!fact.known() && !situation.request.onRunningSystem())
        return information(id, "Setup did not try to reach " + endpoint, fact.reason());
    if (!fact.known())
        return warning(id, "Setup can't tell whether it can reach " + endpoint, fact.reason(),
                       "Check that the primary's SRP host and port are in the database");
    if (!fact.value().reachable)
        return warning(id, endpoint + " can't be reached from this computer", fact.value().detail + tried,
                       "Allow outgoing TCP connections to port " + std::to_string(srp.port) +
                           " in the firewall. The standby needs them when it takes over");
    return passed(id, endpoint + " can be reached from this computer", fact.value().detail + tried);
}

} // namespace

Findings checkSrp(const Situation& situation) {
    if (situation.primary == nullptr || situation.primary->role != Role::primary)
        return {};
    return {checkIdentifier(*situation.primary), checkKey(*situation.primary), checkEndpoint(situation)};
}

} // namespace bes::check

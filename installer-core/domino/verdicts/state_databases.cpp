// SPDX-License-Identifier: Apache-2.0
#include "domino/server_name.hpp"
#include "domino/verdicts/examples.hpp"
#include "domino/verdicts/subjects.hpp"
#include "domino/verdicts/wording.hpp"
#include "text/quantities.hpp"

namespace bes::domino {
namespace {

/// bes.md §1.3
constexpr auto expectation =
    "Nothing before the installation: the standby creates missing replicas when it initializes the users' "
    "accounts, and then waits for Domino to replicate them";

std::string duration(std::uint64_t seconds) {
    constexpr std::uint64_t minute = 60;
    constexpr std::uint64_t hour = 60 * minute;
    constexpr std::uint64_t day = 24 * hour;
    if (seconds >= 2 * day)
        return counted(seconds / day, "day");
    if (seconds >= 2 * hour)
        return counted(seconds / hour, "hour");
    if (seconds >= 2 * minute)
        return counted(seconds / minute, "minute");
    return counted(seconds, "second");
}

std::string folderEvidence(const DominoFacts& facts, Role role) {
    const auto& answer = facts.replies.stateFolder.of(role);
    if (const StateFolder* const folder = seen(answer))
        return shown(facts, role) + " has " + counted(folder->databases, "state database");
    if (isNo(answer))
        return shown(facts, role) + " has no folder for state databases yet";
    return {};
}

std::string titleOf(const StateReplicas& found) {
    if (found.primary == 0)
        return "The primary has no state databases of users";
    std::string title = std::to_string(found.matched) + " of " + std::to_string(found.primary) +
                        " users' state databases have a replica on the standby";
    if (found.missing.count > 0)
        title += ", " + std::to_string(found.missing.count) + (found.missing.count == 1 ? " waits" : " wait");
    if (found.stale.count > 0)
        title += ", " + std::to_string(found.stale.count) +
                 (found.stale.count == 1 ? " looks stale" : " look stale");
    return title;
}

std::string numbersOf(const StateReplicas& found) {
    std::vector<std::string> parts;
    if (found.missing.count > 0)
        parts.push_back("without replica: " + examplesOf(found.missing));
    if (found.stale.count > 0)
        parts.push_back("stale: " + examplesOf(found.stale) + ", longest lag " +
                        duration(found.longestLagSeconds) + ", more than " +
                        duration(found.toleranceSeconds) + " counts");
    if (found.undated > 0)
        parts.push_back("without time: " + std::to_string(found.undated));
    if (found.surplus.count > 0)
        parts.push_back("only on the standby: " + std::to_string(found.surplus.count));
    return joinedOnce(parts);
}

Finding judgeReplicas(const DominoFacts& facts) {
    constexpr auto id = "domino.state-databases";
    const auto& answer = facts.replies.stateReplicas;
    const std::string folders =
        joinedOnce({folderEvidence(facts, Role::primary), folderEvidence(facts, Role::standby)});
    const StateReplicas* const found = told(answer);
    if (found == nullptr)
        return information(id,
                           "Setup can't tell how many users' state databases have a replica on the standby",
                           sentences({because(reasonOf(answer)), folders}), expectation);
    const std::string evidence = sentences({folders, numbersOf(*found)});
    const std::string text = evidence.empty() ? "Compared by replica ID" : evidence;
    const bool ready = !isNo(answer) && found->primary > 0 && found->undated == 0;
    if (ready)
        return passed(id, titleOf(*found), text);
    return information(id, titleOf(*found), text,
                       found->missing.count > 0 || found->primary == 0 ? expectation : "");
}

/// Only speaks up where something stands in the way.
Findings judgePaths(const DominoFacts& facts) {
    const StateReplicas* const found = told(facts.replies.stateReplicas);
    if (found == nullptr || found->misplaced.count == 0)
        return {};
    return {warning("domino.state-paths",
                    counted(found->misplaced.count, "users' replica") +
                        (found->misplaced.count == 1 ? " is" : " are") +
                        " blocked by a different database at the same path on the standby",
                    "Different replica ID: " + examplesOf(found->misplaced),
                    "Find out where these files on " + shown(facts, Role::standby) +
                        " come from (Administrator client, Files), and move them away: they can block the "
                        "replicas")};
}

} // namespace

Findings judgeStateDatabases(const DominoFacts& facts) {
    Findings findings{judgeReplicas(facts)};
    for (Finding& finding : judgePaths(facts))
        findings.push_back(std::move(finding));
    return findings;
}

Findings judgeProfiles(const DominoFacts& facts) {
    constexpr auto id = "domino.profiles";
    const auto& primary = facts.replies.profiles.primary;
    const auto& standby = facts.replies.profiles.standby;
    std::vector<std::string> evidence;
    for (const Role role : bothRoles) {
        const auto& answer = facts.replies.profiles.of(role);
        const DatabaseOnServer* const database = seen(answer);
        evidence.push_back(
            shown(facts, role) + ": " +
            (database == nullptr ? because(reasonOf(answer)) : "replica ID " + database->replicaId) +
            weakness(answer.witness));
    }
    const std::string text = "BES\\BlackBerryProfiles.nsf. " + joinedOnce(evidence);
    if (isNo(primary))
        return {information(id, "The primary has no database of BlackBerry profiles", text)};
    if (seen(primary) == nullptr || (seen(standby) == nullptr && !isNo(standby)))
        return {information(id, "Setup can't tell whether the database of BlackBerry profiles has a replica",
                            text)};
    if (isNo(standby))
        return {
            information(id, "The database of BlackBerry profiles has no replica on the standby yet", text)};
    if (primary.value->replicaId.empty() ||
        !sameIgnoringCase(primary.value->replicaId, standby.value->replicaId))
        return {information(id, "The databases of BlackBerry profiles are not replicas of each other", text)};
    return {passed(id, "The database of BlackBerry profiles has a replica on the standby", text)};
}

} // namespace bes::domino

// SPDX-License-Identifier: Apache-2.0
#include "domino/server_name.hpp"
#include "domino/verdicts/subjects.hpp"
#include "domino/verdicts/wording.hpp"

namespace bes::domino {
namespace {

constexpr auto id = "domino.cluster-directory";

const DatabaseOnServer* onServer(const DominoFacts& facts, Role role) {
    const DatabaseOnServer* const database = seen(facts.replies.clusterDirectory.of(role));
    return database == nullptr || database->replicaId.empty() ? nullptr : database;
}

std::string evidenceOf(const DominoFacts& facts, Role role) {
    const auto& answer = facts.replies.clusterDirectory.of(role);
    const DatabaseOnServer* const database = onServer(facts, role);
    if (database == nullptr)
        return shown(facts, role) + ": " + because(reasonOf(answer)) + weakness(answer.witness);
    return shown(facts, role) + " has cldbdir.nsf with the replica ID " + database->replicaId +
           (database->serverProved || answer.witness != Witness::notesApi
                ? ""
                : ", but the library can't prove which server answered") +
           weakness(answer.witness);
}

std::string evidence(const DominoFacts& facts) {
    return sentences({evidenceOf(facts, Role::primary), evidenceOf(facts, Role::standby)});
}

/// The commands: domino.md §3.6.
Finding missing(const DominoFacts& facts, const std::vector<std::string>& servers) {
    const std::string where = joinedOnce(servers, " and ");
    return blocker(ExitCode::domino, id, "The cluster directory is missing on " + where, evidence(facts),
                   "When both servers are in one cluster, enter load cldbdir on the console of " + where +
                       ". Check that cldbdir.nsf appears in its data folder, and add CLDBDIR to ServerTasks "
                       "in its notes.ini");
}

Finding compared(const DominoFacts& facts) {
    if (sameIgnoringCase(onServer(facts, Role::primary)->replicaId,
                         onServer(facts, Role::standby)->replicaId))
        return passed(id, "Both Domino servers have the same cluster directory", evidence(facts));
    return blocker(ExitCode::domino, id,
                   "The cluster directories of both Domino servers are not replicas of each other",
                   evidence(facts),
                   "Find the cldbdir.nsf that is left over from another cluster. On that server, enter tell "
                   "cldbdir quit, move its cldbdir.nsf away, and enter load cldbdir");
}

} // namespace

Findings judgeClusterDirectory(const DominoFacts& facts) {
    std::vector<std::string> without;
    std::vector<std::string> remedies;
    for (const Role role : bothRoles) {
        const auto& answer = facts.replies.clusterDirectory.of(role);
        if (isNo(answer))
            without.push_back(shown(facts, role));
        else if (onServer(facts, role) == nullptr)
            remedies.push_back(remedyFor(facts, role, reasonOf(answer)));
    }
    if (!without.empty())
        return {missing(facts, without)};
    if (remedies.empty())
        return {compared(facts)};
    remedies.emplace_back("or compare the replica IDs of cldbdir.nsf on both servers (Administrator client, "
                          "Files)");
    return {unknownBlocker(ExitCode::domino, id,
                           "Setup can't tell whether both Domino servers have the same cluster directory",
                           evidence(facts), joinedOnce(remedies))};
}

} // namespace bes::domino

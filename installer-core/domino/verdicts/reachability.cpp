// SPDX-License-Identifier: Apache-2.0
#include "domino/verdicts/subjects.hpp"
#include "domino/verdicts/wording.hpp"

namespace bes::domino {
namespace {

constexpr auto id = "domino.reachable";

/// A library without the call for it has still had an answer about the cluster.
bool answers(const DominoFacts& facts, Role role) {
    const auto& live = facts.replies.liveCluster.of(role);
    const auto& answer = facts.replies.reachability.of(role);
    return seen(answer) != nullptr ||
           (!isNo(answer) && live.verdict != Verdict::unknown && live.witness == Witness::notesApi);
}

std::string titleOf(const DominoFacts& facts, Role role) {
    const auto& answer = facts.replies.reachability.of(role);
    const std::string server = shown(facts, role);
    if (answers(facts, role))
        return {};
    if (isNo(answer))
        return server + " can't be reached";
    if (reasonOf(answer).kind == ReasonClass::noAccess)
        return server + " refuses access";
    return "setup can't tell whether " + server + " answers";
}

std::string evidenceOf(const DominoFacts& facts, Role role) {
    const auto& answer = facts.replies.reachability.of(role);
    const Reachability* const reached = seen(answer);
    if (reached != nullptr)
        return shown(facts, role) + " answers in " +
               std::to_string(reached->toServerMilliseconds + reached->fromServerMilliseconds) +
               " ms, build " + std::to_string(reached->build) + weakness(answer.witness);
    if (answers(facts, role))
        return shown(facts, role) + " answered about its cluster";
    return shown(facts, role) + ": " + because(reasonOf(answer)) + weakness(answer.witness);
}

} // namespace

Findings judgeReachability(const DominoFacts& facts) {
    std::vector<std::string> titles;
    std::vector<std::string> remedies;
    for (const Role role : bothRoles) {
        titles.push_back(titleOf(facts, role));
        if (!titles.back().empty())
            remedies.push_back(remedyFor(facts, role, reasonOf(facts.replies.reachability.of(role))));
    }
    const std::string evidence =
        sentences({evidenceOf(facts, Role::primary), evidenceOf(facts, Role::standby)});
    if (remedies.empty())
        return {passed(id, "Both Domino servers answer", evidence)};
    return {warning(id, sentence(joinedOnce(titles, ", and ")), evidence, joinedOnce(remedies))};
}

} // namespace bes::domino

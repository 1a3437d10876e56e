// SPDX-License-Identifier: Apache-2.0
#include "domino/verdicts/subjects.hpp"
#include "domino/verdicts/wording.hpp"

namespace bes::domino {
namespace {

constexpr auto id = "domino.version";

std::string textOf(const Version& version) {
    std::string text = std::to_string(version.major) + "." + std::to_string(version.minor) + "." +
                       std::to_string(version.maintenanceRelease);
    if (version.fixPack != 0)
        text += " FP" + std::to_string(version.fixPack);
    return text;
}

std::string evidenceOf(const DominoFacts& facts, Role role) {
    const auto& answer = facts.answers.version.of(role);
    if (const Version* const version = seen(answer))
        return shown(facts, role) + " is Domino " + textOf(*version) + weakness(answer.witness);
    std::string text = shown(facts, role) + ": " + because(reasonOf(answer));
    const ServerDocument* const document = seen(facts.answers.serverDocument.of(role));
    if (document != nullptr && !document->build.empty())
        text += ", the Domino Directory says " + document->build;
    return text;
}

} // namespace

Findings judgeVersion(const DominoFacts& facts) {
    const Version* const primary = seen(facts.answers.version.primary);
    const Version* const standby = seen(facts.answers.version.standby);
    const std::string evidence =
        sentences({evidenceOf(facts, Role::primary), evidenceOf(facts, Role::standby)});
    if (primary == nullptr || standby == nullptr)
        return {information(id, "The releases of the Domino servers could not be compared", evidence)};
    if (primary->major == standby->major)
        return {passed(id, "Both Domino servers are of release " + std::to_string(primary->major), evidence)};
    return {warning(
        id, "The Domino servers are of different releases, " + textOf(*primary) + " and " + textOf(*standby),
        evidence,
        "Bring both to one release, or make sure that BlackBerry Enterprise Server supports "
        "both: what the standby takes over was written by the other one")};
}

} // namespace bes::domino

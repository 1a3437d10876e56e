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
    const auto& answer = facts.replies.version.of(role);
    if (const Version* const version = seen(answer))
        return shown(facts, role) + " is Domino " + textOf(*version) + weakness(answer.witness);
    std::string text = shown(facts, role) + ": " + because(reasonOf(answer));
    const ServerDocument* const document = seen(facts.replies.serverDocument.of(role));
    if (document != nullptr && !document->build.empty())
        text += ", the Domino Directory shows " + document->build;
    return text;
}

} // namespace

Findings judgeVersion(const DominoFacts& facts) {
    const Version* const primary = seen(facts.replies.version.primary);
    const Version* const standby = seen(facts.replies.version.standby);
    const std::string evidence =
        sentences({evidenceOf(facts, Role::primary), evidenceOf(facts, Role::standby)});
    if (primary == nullptr || standby == nullptr)
        return {information(id, "Setup can't compare the releases of the Domino servers", evidence)};
    if (primary->major == standby->major)
        return {passed(id, "Both Domino servers have release " + std::to_string(primary->major), evidence)};
    return {warning(
        id, "The Domino servers have different releases, " + textOf(*primary) + " and " + textOf(*standby),
        evidence,
        "Upgrade both to one release, or make sure that BlackBerry Enterprise Server supports "
        "both: the standby takes over databases that the other server wrote")};
}

} // namespace bes::domino

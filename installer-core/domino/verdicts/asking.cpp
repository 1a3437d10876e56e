// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <optional>

#include "domino/verdicts.hpp"
#include "domino/verdicts/subjects.hpp"
#include "domino/verdicts/wording.hpp"
#include "host/root.hpp"

namespace bes::domino {
namespace {

constexpr auto id = "domino.asked";

/// How far we came.
struct Tally {
    std::size_t all = 0;
    std::size_t answered = 0;     ///< through the Notes C API: yes, no, or why the server does not say
    std::size_t weaker = 0;       ///< by another witness
    std::optional<Reason> reason; ///< the first one why a question was not asked
};

Tally tallyOf(const Replies& replies) {
    Tally tally;
    for (const Question& question : allQuestions())
        visitReply(replies, question, [&](const auto& answer) {
            const Reason reason = reasonOf(answer);
            if (answer.verdict == Verdict::unknown && reason.kind == ReasonClass::notAsked)
                return;
            ++tally.all;
            if (answer.witness != Witness::notesApi)
                ++tally.weaker;
            else if (answer.verdict != Verdict::unknown || !wasNotAsked(reason))
                ++tally.answered;
            else if (!tally.reason)
                tally.reason = reason;
        });
    return tally;
}

std::string evidence(const DominoFacts& facts, const Tally& tally) {
    const std::string library = facts.library.empty() ? "No library of the Notes C API" : facts.library;
    std::string counts =
        std::to_string(tally.answered) + " of " + std::to_string(tally.all) + " questions were answered";
    if (tally.weaker > 0)
        counts += ", " + std::to_string(tally.weaker) + " from console output or by HTTP";
    // Of the questions that were not come to, the reason is how the probe ended.
    const bool told =
        !tally.reason || (tally.reason->kind == ReasonClass::notAnswered && !facts.probeEnded.empty());
    const std::string why = told ? "" : because(*tally.reason);
    return sentences({library + (facts.account.empty() ? "" : ", account " + facts.account), counts, why,
                      facts.probeEnded});
}

Remedy otherWays(const DominoFacts& facts) {
    return handOver(facts, {Role::primary, Role::standby})
        .append(", or enter the URL of a Domino server whose directory setup can read by HTTP",
                {"", {{"domino.http-url"}}});
}

struct Trouble {
    std::string title;
    Remedy remedy;
};

Trouble troubleOf(const Tally& tally) {
    switch (tally.reason ? tally.reason->kind : ReasonClass::notAnswered) {
    case ReasonClass::noInstallation:
        return {
            "No Domino server was found on this computer",
            {"Enter the folders of the Domino server", {{"domino.program-folder"}, {"domino.notes-ini"}}}};
    case ReasonClass::account:
        return {"Setup can't query the Domino servers with Domino's account",
                (host::thisSystem() == System::windows ? "Run setup as an administrator"
                                                       : "Run setup as root or administrator") +
                    std::string(", and check that the account of the Domino server, the "
                                "owner of notes.ini, can access its program folder and data folder")};
    case ReasonClass::library:
        return {
            "Setup can't use the Notes C API of the Domino server",
            {"Enter the folder of the Domino server's programs. Its library must be complete and have the "
             "same word size as setup",
             {{"domino.program-folder"}}}};
    default:
        return {tally.answered == 0 ? "The Domino servers were not queried"
                                    : "The Domino servers did not answer all questions",
                {"Check that both Domino servers respond on their consoles, and try again with more time",
                 {{"domino.time-limit"}}}};
    }
}

} // namespace

bool noServerFound(const DominoFacts& facts) {
    const Tally tally = tallyOf(facts.replies);
    return tally.answered == 0 && tally.weaker == 0 && tally.reason &&
           tally.reason->kind == ReasonClass::noInstallation;
}

Findings judgeAsking(const DominoFacts& facts) {
    const Tally tally = tallyOf(facts.replies);
    if (tally.answered > 0 && facts.probeEnded.empty())
        return {
            passed(id, "Setup queried the Domino servers through the Notes C API", evidence(facts, tally))};
    Trouble trouble = troubleOf(tally);
    return {warning(id, trouble.title, evidence(facts, tally),
                    trouble.remedy.append(". Otherwise ", otherWays(facts)))};
}

} // namespace bes::domino

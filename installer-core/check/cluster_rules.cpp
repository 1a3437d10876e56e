// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iterator>

#include "check/rules.hpp"
#include "domino/verdicts.hpp"

namespace bes::check {
namespace {

void accept(Finding& finding) {
    finding.severity = Severity::warning;
    finding.acceptable = false;
    finding.title += ": accepted";
    finding.evidence += "; accepted by you";
}

void sayHowToAccept(Finding& finding) {
    finding.remedy += ". Or verify this yourself and accept it";
    finding.answers.push_back({"domino.accept-unknown", finding.id});
}

void sayThatItCantBeAccepted(Finding& finding) {
    finding.evidence += "; this was found to be wrong, so you can't accept it";
}

bool isInstalledHere(const Situation& situation) {
    return situation.receipt != nullptr && sameName(situation.receipt->primary, situation.request.primary);
}

/// The standby is there: the cluster matters for its replication, not for whether it may be installed.
void onlyWarn(Finding& finding) {
    finding.severity = Severity::warning;
    finding.acceptable = false;
}

bool noServerFound(const Situation& situation) {
    return situation.facts.domino.known() && domino::noServerFound(situation.facts.domino.value());
}

/// Without a Domino server here nothing of the cluster can be told: that is one blocker, to which the others
/// belong. It is accepted by the id of the first.
Findings gathered(const Findings& all) {
    const auto asked = std::ranges::find(all, "domino.asked", &Finding::id);
    Findings left;
    std::ranges::copy_if(all, std::back_inserter(left), [](const Finding& finding) {
        return finding.severity == Severity::blocker && !finding.acceptable;
    });
    left.push_back(unknownBlocker(ExitCode::domino, std::string(unknowns::oneCluster), asked->title,
                                  asked->evidence + ". Setup can't check the cluster and its replication",
                                  {asked->remedy, asked->answers}));
    return left;
}

/// The rule about notes.ini blocks for the same reason: it leads to the server, and is missing or can't be
/// read.
bool saidByNotesIni(const Situation& situation) {
    const bool leadsNowhere = situation.notesIni == nullptr || !situation.notesIni->readable;
    return noServerFound(situation) && situation.facts.notesIni.known() && leadsNowhere &&
           blocks(checkDomino(situation));
}

Findings found(const Situation& situation) {
    const auto& fact = situation.facts.domino;
    if (fact.known())
        return noServerFound(situation) ? gathered(domino::verdicts(fact.value()))
                                        : domino::verdicts(fact.value());
    if (situation.primary == nullptr)
        return {};
    return {unknownBlocker(ExitCode::domino, std::string(unknowns::oneCluster),
                           "Setup can't tell whether the Domino servers are in one cluster", fact.reason(),
                           "Enter the Domino server of " + situation.primary->name + " in the database")};
}

} // namespace

Findings checkCluster(const Situation& situation) {
    Findings findings = found(situation);
    const auto& accepted = situation.request.domino.acceptUnknown;
    for (Finding& finding : findings) {
        if (finding.severity != Severity::blocker)
            continue;
        const bool wanted = std::ranges::find(accepted, finding.id) != accepted.end();
        if (isInstalledHere(situation))
            onlyWarn(finding);
        else if (finding.acceptable)
            wanted ? accept(finding) : sayHowToAccept(finding);
        else if (wanted)
            sayThatItCantBeAccepted(finding);
    }
    if (saidByNotesIni(situation))
        std::erase_if(findings, [](const Finding& finding) {
            return finding.severity == Severity::blocker && finding.acceptable;
        });
    return findings;
}

} // namespace bes::check

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/rules.hpp"
#include "domino/verdicts.hpp"

namespace bes::check {
namespace {

void accept(Finding& finding) {
    finding.severity = Severity::warning;
    finding.acceptable = false;
    finding.title += ": accepted";
    finding.evidence += "; accepted with --accept-unknown " + finding.id;
}

void sayHowToAccept(Finding& finding) {
    finding.remedy += ". Or look yourself, and accept it with --accept-unknown " + finding.id;
}

void sayThatItCantBeAccepted(Finding& finding) {
    finding.evidence += "; this is not unknown, so --accept-unknown " + finding.id + " does not count";
}

bool isInstalledHere(const Situation& now) {
    return now.receipt != nullptr && sameName(now.receipt->primary, now.request.primary);
}

/// The standby is there: the cluster matters for its replication, not for whether it may be installed.
void onlyWarn(Finding& finding) {
    finding.severity = Severity::warning;
    finding.acceptable = false;
}

Findings found(const Situation& now) {
    const auto& fact = now.facts.domino;
    if (fact.known())
        return domino::verdicts(fact.value());
    if (now.primary == nullptr)
        return {};
    return {unknownBlocker(ExitCode::domino, std::string(unknowns::oneCluster),
                           "It is not known whether the Domino servers are in one cluster", fact.reason(),
                           "Let the database name the Domino server of " + now.primary->name)};
}

} // namespace

Findings checkCluster(const Situation& now) {
    Findings findings = found(now);
    const auto& accepted = now.request.domino.acceptUnknown;
    for (Finding& finding : findings) {
        if (finding.severity != Severity::blocker)
            continue;
        const bool wanted = std::ranges::find(accepted, finding.id) != accepted.end();
        if (isInstalledHere(now))
            onlyWarn(finding);
        else if (finding.acceptable)
            wanted ? accept(finding) : sayHowToAccept(finding);
        else if (wanted)
            sayThatItCantBeAccepted(finding);
    }
    return findings;
}

} // namespace bes::check

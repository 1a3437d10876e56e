// SPDX-License-Identifier: Apache-2.0
#include <stdexcept>

#include "model/findings.hpp"
#include "unit/check/look_up.hpp"

using namespace bes;
using Catch::Contains;

namespace {

constexpr auto oneCluster = "domino.one-cluster";

Facts factsWithout(domino::Verdict verdict) {
    Facts facts = sampleFacts();
    changeFact(facts.domino, [&](domino::DominoFacts& found) {
        auto& answer = found.answers.liveCluster.primary;
        const domino::Reason reason{domino::ReasonClass::unreachable, 0x807, false, "NSPingServer",
                                    "no answer"};
        answer.verdict = verdict;
        answer.value.reset();
        answer.reason = reason;
    });
    return facts;
}

Request accepting(const std::string& id) {
    Request request = sampleRequest();
    request.domino.acceptUnknown = {id};
    return request;
}

} // namespace

TEST_CASE("A cluster that is in order forbids nothing") {
    CHECK(blockersOf(sampleFacts()).empty());
    CHECK(onlyFinding(oneCluster, sampleFacts()).severity == Severity::passed);
}

TEST_CASE("What is not known of the cluster blocks until a person accepts it") {
    const Facts facts = factsWithout(domino::Verdict::unknown);
    const Finding refused = onlyFinding(oneCluster, facts);
    CHECK(refused.severity == Severity::blocker);
    CHECK(refused.acceptable);
    CHECK(refused.code == ExitCode::domino);
    CHECK_THAT(refused.remedy, Contains("--accept-unknown domino.one-cluster"));

    const Finding accepted = onlyFinding(oneCluster, facts, accepting(oneCluster));
    CHECK(accepted.severity == Severity::warning);
    CHECK_FALSE(accepted.acceptable);
    CHECK_THAT(accepted.title, Contains("accepted"));
    CHECK_THAT(accepted.evidence, Contains("no answer") && Contains("--accept-unknown"));
    CHECK(onlyFinding(oneCluster, facts, accepting("domino.cluster-replicator")).severity ==
          Severity::blocker);
}

TEST_CASE("A plain no can't be accepted") {
    const Facts facts = factsWithout(domino::Verdict::no);
    const Finding finding = onlyFinding(oneCluster, facts, accepting(oneCluster));
    CHECK(finding.severity == Severity::blocker);
    CHECK_FALSE(finding.acceptable);
    CHECK_THAT(finding.evidence, Contains("does not count"));
    CHECK_THAT(onlyFinding(oneCluster, facts).remedy, !Contains("--accept-unknown"));
}

TEST_CASE("Where the Domino server of the primary is not known, nothing is passed") {
    Facts facts = sampleFacts();
    facts.domino = Fact<domino::DominoFacts>::unknown("the database does not say");
    const Finding finding = onlyFinding(oneCluster, facts);
    CHECK(finding.severity == Severity::blocker);
    CHECK_THAT(finding.evidence, Contains("the database does not say"));
    CHECK(onlyFinding(oneCluster, facts, accepting(oneCluster)).severity == Severity::warning);
}

TEST_CASE("For a standby that is installed here the cluster is told, not asked for") {
    Facts facts = sampleFactsInstalled();
    facts.domino = factsWithout(domino::Verdict::no).domino;
    CHECK(onlyFinding(oneCluster, facts).severity == Severity::warning);
    CHECK(blockersOf(facts).empty());
}

TEST_CASE("Only what is on the list of the acceptable can be left to a person") {
    CHECK(acceptableUnknowns().size() == 3);
    CHECK_THROWS_AS(unknownBlocker(ExitCode::domino, "domino.version", "", "", ""), std::logic_error);
}

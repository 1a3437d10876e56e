// SPDX-License-Identifier: Apache-2.0
#include <stdexcept>

#include "answers/typed_remedy.hpp"
#include "model/findings.hpp"
#include "unit/check/look_up.hpp"

using namespace bes;
using Catch::Contains;

namespace {

constexpr auto oneCluster = "domino.one-cluster";

Facts factsWithout(domino::Verdict verdict) {
    Facts facts = sampleFacts();
    changeFact(facts.domino, [&](domino::DominoFacts& found) {
        auto& answer = found.replies.liveCluster.primary;
        const domino::Reason reason{domino::ReasonClass::unreachable, 0x807, false, "NSPingServer",
                                    "no answer"};
        answer.verdict = verdict;
        answer.value.reset();
        answer.reason = reason;
    });
    return facts;
}

Facts factsWithoutServer() {
    Facts facts = sampleFacts();
    changeFact(facts.domino, [](domino::DominoFacts& found) {
        for (const domino::Question& question : domino::allQuestions())
            domino::visitReply(found.replies, question, [](auto& answer) {
                answer.verdict = domino::Verdict::unknown;
                answer.value.reset();
                answer.reason =
                    domino::Reason{domino::ReasonClass::noInstallation, 0, false, "", "none here"};
            });
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
    CHECK_THAT(answers::typedRemedy(refused), Contains("--domino.accept-unknown domino.one-cluster"));

    const Finding accepted = onlyFinding(oneCluster, facts, accepting(oneCluster));
    CHECK(accepted.severity == Severity::warning);
    CHECK_FALSE(accepted.acceptable);
    CHECK_THAT(accepted.title, Contains("accepted"));
    CHECK_THAT(accepted.evidence, Contains("no answer") && Contains("accepted by you"));
    CHECK(onlyFinding(oneCluster, facts, accepting("domino.cluster-replicator")).severity ==
          Severity::blocker);
}

TEST_CASE("Where no Domino server is found, that is one blocker, and the others belong to it") {
    const Facts facts = factsWithoutServer();
    const std::vector<Finding> blockers = blockersOf(facts);
    REQUIRE(blockers.size() == 1);
    CHECK(blockers.front().id == oneCluster);
    CHECK(blockers.front().acceptable);
    CHECK(blockers.front().title == "No Domino server was found on this computer");
    CHECK_THAT(answers::typedRemedy(blockers.front()),
               Contains("--domino.notes-ini FILE") && Contains("--domino.accept-unknown domino.one-cluster"));
    CHECK(findingsOf("domino.asked", facts).empty());
    CHECK(findingsOf("domino.reachable", facts).empty());

    CHECK(blockersOf(facts, accepting(oneCluster)).empty());
    CHECK_THAT(onlyFinding(oneCluster, facts, accepting(oneCluster)).title, Contains("accepted"));
}

TEST_CASE("A component that runs in Domino makes no second blocker of the server that is missing") {
    Facts facts = factsWithoutServer();
    facts.notesIni = std::optional<NotesIni>();
    CHECK(idsOf(blockersOf(facts)) == std::vector<std::string>{"domino.notes-ini"});

    NotesIni closed; // to this account, so that it leads to no server
    closed.path = "/local/notesdata/notes.ini";
    closed.there = true;
    closed.problem = "Permission denied";
    facts.notesIni = std::optional(closed);
    CHECK(idsOf(blockersOf(facts)) == std::vector<std::string>{"domino.notes-ini"});
}

TEST_CASE("What another witness tells of a cluster is not gathered") {
    Facts facts = factsWithoutServer();
    changeFact(facts.domino, [](domino::DominoFacts& found) {
        auto& tasks = found.replies.serverTasks.primary;
        tasks.witness = domino::Witness::pasted;
        tasks.verdict = domino::Verdict::no;
    });
    CHECK(onlyFinding("domino.asked", facts).severity == Severity::warning);
    CHECK_FALSE(onlyFinding("domino.cluster-replicator", facts).acceptable);
}

TEST_CASE("A plain no can't be accepted") {
    const Facts facts = factsWithout(domino::Verdict::no);
    const Finding finding = onlyFinding(oneCluster, facts, accepting(oneCluster));
    CHECK(finding.severity == Severity::blocker);
    CHECK_FALSE(finding.acceptable);
    CHECK_THAT(finding.evidence, Contains("you can't accept it"));
    CHECK_THAT(onlyFinding(oneCluster, facts).remedy, !Contains("accepted by you"));
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

// SPDX-License-Identifier: Apache-2.0
#include "answers/typed_remedy.hpp"
#include "unit/check/look_up.hpp"

using namespace bes;
using Catch::Contains;

namespace {

Facts factsWithPair(PairState state, const std::string& run) {
    Facts facts = sampleFacts();
    changeFact(facts.database, [&](DatabaseContents& database) {
        database.pairs.insert(database.pairs.begin(),
                              Pair{"BES01", "BES01-standby", "bes08", state, run, "2026-11-20T12:00:00Z"});
    });
    return facts;
}

} // namespace

TEST_CASE("A primary that has a standby is refused a second one") {
    Request request = sampleRequest();
    request.primary = "BES03";
    const Finding finding = onlyFinding("primary.no-standby", sampleFacts(), request);
    CHECK(finding.severity == Severity::blocker);
    CHECK(finding.code == ExitCode::standbyExists);
    CHECK_THAT(finding.evidence, Contains("BES03-standby") && Contains("bes04") && Contains("final") &&
                                     Contains("2025-03-01T08:00:00Z"));
    CHECK_THAT(finding.remedy, Contains("BES01") && Contains("BES05") && !Contains("database release"));
}

TEST_CASE("A reservation tells who holds it and how a stale one is released") {
    const Facts facts = factsWithPair(PairState::reserved, "run-8");
    const Finding finding = onlyFinding("primary.no-standby", facts);
    CHECK(finding.code == ExitCode::standbyExists);
    CHECK_THAT(finding.evidence, Contains("bes08") && Contains("reserved") && Contains("run-8"));
    CHECK_THAT(
        answers::typedRemedy(finding),
        Contains(
            "bes-standby-setup database release BES01 --database.location /var/lib/bes/configuration.db"));
}

TEST_CASE("A command in a remedy can be typed as it stands, also for a name with a blank") {
    Facts facts = factsWithPair(PairState::reserved, "run-8");
    changeFact(facts.database, [](DatabaseContents& database) {
        database.servers.front().name = database.pairs.front().primary = "BES Berlin's";
    });
    Request request = sampleRequest();
    request.primary = "BES Berlin's";
    CHECK_THAT(answers::typedRemedy(onlyFinding("primary.no-standby", facts, request)),
               Contains("database release " + answers::quotedForShell("BES Berlin's") + " "));
}

TEST_CASE("What an interrupted run on this computer holds is undone and forbids nothing") {
    for (const PairState state : {PairState::reserved, PairState::final}) {
        Facts facts = factsWithPair(state, "run-7");
        facts.unfinishedRun = std::optional(UnfinishedRun{"run-7", "install", "2026-11-20T12:00:00Z"});
        CHECK(onlyFinding("primary.no-standby", facts).severity == Severity::information);
        CHECK(idsOf(blockersOf(facts)).empty());
    }
}

TEST_CASE("A reservation that a dead run of this computer has left is taken over, with a warning") {
    Facts facts = factsWithPair(PairState::reserved, "run-8");
    changeFact(facts.database, [](auto& database) { database.pairs.front().standbyComputer = "BES02"; });
    SECTION("seen by root") {
    }
    SECTION("as far as an account can see that may not read the journal") {
        facts.unfinishedRun = Fact<std::optional<UnfinishedRun>>::unknown("permission denied");
        facts.fromPublicReceipt = true;
    }
    const Finding finding = onlyFinding("primary.no-standby", facts);
    CHECK(finding.severity == Severity::warning);
    CHECK_THAT(finding.evidence, Contains("BES02") && Contains("run-8") && Contains("reserved"));
    CHECK_THAT(finding.remedy, Contains("if no other computer has the name BES02"));
    CHECK(idsOf(blockersOf(facts)).empty());
}

TEST_CASE("In doubt a reservation belongs to a run that is alive") {
    Facts facts = factsWithPair(PairState::reserved, "run-8");
    changeFact(facts.database, [](auto& database) { database.pairs.front().standbyComputer = "bes02"; });
    SECTION("with nearly this computer's name") {
        changeFact(facts.database,
                   [](auto& database) { database.pairs.front().standbyComputer = "bes02.acme.example.org"; });
    }
    SECTION("where the journal can't be read") {
        facts.unfinishedRun = Fact<std::optional<UnfinishedRun>>::unknown("it is damaged");
    }
    CHECK(onlyFinding("primary.no-standby", facts).severity == Severity::blocker);
}

TEST_CASE("A pair that names this computer is refused when no standby is installed here") {
    Facts facts = sampleFactsInstalled();
    facts.installed = std::optional<InstalledState>();
    CHECK(onlyFinding("primary.no-standby", facts).severity == Severity::blocker);
}

TEST_CASE("A pair with another standby is not the one that is installed here") {
    Facts facts = sampleFactsInstalled();
    changeFact(facts.database,
               [](DatabaseContents& database) { database.pairs.front().standby = "BES01-other"; });
    CHECK(onlyFinding("primary.no-standby", facts).code == ExitCode::standbyExists);
}

TEST_CASE("An installed standby that the database does not know is told") {
    Facts facts = sampleFactsInstalled();
    facts.database = sampleDatabase();
    const Finding finding = onlyFinding("primary.no-standby", facts);
    CHECK(finding.severity == Severity::warning);
    CHECK_THAT(finding.title, Contains("database does not have the standby"));
}

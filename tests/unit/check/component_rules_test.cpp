// SPDX-License-Identifier: Apache-2.0
#include "answers/typed_remedy.hpp"
#include "unit/check/look_up.hpp"

using namespace bes;
using Catch::Contains;

TEST_CASE("A component that the media does not have is refused with the nearest name") {
    Request request = sampleRequest();
    request.add = {"colaboration"};
    const Finding finding = onlyFinding("components.known", sampleFacts(), request);
    CHECK(finding.severity == Severity::blocker);
    CHECK(finding.code == ExitCode::components);
    CHECK_THAT(finding.title, Contains("colaboration"));
    CHECK_THAT(finding.remedy, Contains("collaboration"));
}

TEST_CASE("A component without what it needs is refused, each with both ways out") {
    Request request = sampleRequest();
    request.omit = {"dispatcher"};
    const auto findings = findingsOf("components.dependencies", sampleFacts(), request);
    REQUIRE(findings.size() == 6);
    for (const Finding& finding : findings) {
        CHECK(finding.severity == Severity::blocker);
        CHECK(finding.code == ExitCode::components);
        CHECK_THAT(answers::typedRemedy(finding),
                   Contains("--components.add dispatcher") && Contains("--components.omit "));
    }
    CHECK_THAT(findings.front().title,
               Contains("MDS Connection Service") && Contains("BlackBerry Dispatcher"));
}

TEST_CASE("What fails over on the primary and is missing on the standby is a warning each") {
    Request request = sampleRequest();
    request.omit = {"policy", "collaboration", "alert"};
    const auto findings = findingsOf("components.failover-coverage", sampleFacts(), request);
    REQUIRE(findings.size() == 2);
    CHECK_THAT(findings[0].title, Contains("Collaboration"));
    CHECK_THAT(answers::typedRemedy(findings[0]), Contains("--components.add collaboration"));
    CHECK_THAT(findings[1].title, Contains("Policy"));
    for (const Finding& finding : findings)
        CHECK(finding.severity == Severity::warning);
    CHECK(idsOf(blockersOf(sampleFacts(), request)).empty());
}

TEST_CASE("What neither side has needs no counterpart") {
    Facts facts = sampleFacts();
    changeFact(facts.database, [](DatabaseContents& database) {
        std::erase(database.servers.front().components, "collaboration");
    });
    CHECK(onlyFinding("components.failover-coverage", facts).severity == Severity::passed);
}

TEST_CASE("What only the standby has is told to have no counterpart") {
    Facts facts = sampleFacts();
    changeFact(facts.database, [](DatabaseContents& database) {
        std::erase(database.servers.front().components, "collaboration");
    });
    Request request = sampleRequest();
    request.add = {"collaboration", "monitoring"};
    const auto findings = findingsOf("components.failover-coverage", facts, request);
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].severity == Severity::passed);
    CHECK(findings[1].severity == Severity::information);
    CHECK_THAT(findings[1].title, Contains("Collaboration") && Contains("standby only"));
}

TEST_CASE("Choosing nothing is refused") {
    Request request = sampleRequest();
    request.preset = ComponentPreset::none;
    const Finding finding = onlyFinding("components.none", sampleFacts(), request);
    CHECK(finding.severity == Severity::blocker);
    CHECK(finding.code == ExitCode::components);
}

TEST_CASE("Components of the primary that the media does not have are told") {
    Facts facts = sampleFacts();
    changeFact(facts.database,
               [](DatabaseContents& database) { database.servers.front().components.emplace_back("voice"); });
    const Finding finding = onlyFinding("components.known", facts);
    CHECK(finding.severity == Severity::information);
    CHECK_THAT(finding.evidence, Contains("voice"));
}

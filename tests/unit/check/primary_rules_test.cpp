// SPDX-License-Identifier: Apache-2.0
#include "answers/typed_remedy.hpp"
#include "unit/check/look_up.hpp"

using namespace bes;
using Catch::Contains;

TEST_CASE("A primary that is not in the database is refused with the nearest name") {
    Request request = sampleRequest();
    request.primary = "BSE01";
    const Finding finding = onlyFinding("primary.exists", sampleFacts(), request);
    CHECK(finding.severity == Severity::blocker);
    CHECK(finding.code == ExitCode::primaryUnknown);
    CHECK_THAT(finding.evidence, Contains("BES01") && Contains("BES03") && Contains("BES05"));
    CHECK_THAT(finding.evidence, !Contains("BES03-standby"));
    CHECK_THAT(answers::typedRemedy(finding), Contains("--primary.name BES01"));
    CHECK(exitCodeOf(check::check(sampleFacts(), request)) == ExitCode::primaryUnknown);
}

TEST_CASE("Without a primary the ones that are free are named") {
    Request request = sampleRequest();
    request.primary.clear();
    const Finding finding = onlyFinding("primary.exists", sampleFacts(), request);
    CHECK(finding.code == ExitCode::primaryUnknown);
    CHECK_THAT(finding.evidence, Contains("BES01") && Contains("BES05") && !Contains("BES03"));
}

TEST_CASE("A standby can't be given a standby") {
    Request request = sampleRequest();
    request.primary = "BES03-standby";
    const Finding finding = onlyFinding("primary.exists", sampleFacts(), request);
    CHECK(finding.code == ExitCode::primaryUnknown);
    CHECK_THAT(finding.evidence, Contains("standby of BES03"));
}

TEST_CASE("Names of servers are compared without case") {
    Request request = sampleRequest();
    request.primary = "bes01";
    CHECK(onlyFinding("primary.exists", sampleFacts(), request).severity == Severity::passed);
}

TEST_CASE("A primary of another version is refused, with both versions") {
    Facts facts = sampleFacts();
    changeFact(facts.database,
               [](DatabaseContents& database) { database.servers.front().version = "4.1.7"; });
    const Finding finding = onlyFinding("primary.version", facts);
    CHECK(finding.severity == Severity::blocker);
    CHECK(finding.code == ExitCode::versionMismatch);
    CHECK_THAT(finding.evidence, Contains("4.1.7") && Contains("5.0"));
    CHECK(idsOf(blockersOf(facts)) == std::vector<std::string>{"primary.version"});
}

TEST_CASE("The standby's name must be free") {
    Request request = sampleRequest();
    request.standby = "bes05";
    const Finding finding = onlyFinding("standby.name", sampleFacts(), request);
    CHECK(finding.severity == Severity::blocker);
    CHECK_THAT(finding.evidence, Contains("BES05") && Contains("primary"));
    CHECK_THAT(answers::typedRemedy(finding), Contains("--standby.name"));

    request.standby = "BES01";
    CHECK(onlyFinding("standby.name", sampleFacts(), request).severity == Severity::blocker);
}

TEST_CASE("That the primary has a standby of this name already is told once, by its cause") {
    Request request = sampleRequest();
    request.primary = "BES03";
    const std::vector<std::string> ids = idsOf(blockersOf(sampleFacts(), request));
    CHECK(ids.front() == "primary.no-standby");
    CHECK(std::ranges::count(ids, "standby.name") == 0);
    CHECK(exitCodeOf(check::check(sampleFacts(), request)) == ExitCode::standbyExists);
}

TEST_CASE("A standby's name that no database takes as a key is refused") {
    Request request = sampleRequest();
    request.standby = std::string(255, 'x');
    CHECK(onlyFinding("standby.name", sampleFacts(), request).severity == Severity::passed);
    request.standby += 'x';
    const Finding finding = onlyFinding("standby.name", sampleFacts(), request);
    CHECK(finding.severity == Severity::blocker);
    CHECK_THAT(finding.evidence, Contains("256 bytes"));
}

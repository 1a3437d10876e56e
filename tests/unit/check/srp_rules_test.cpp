// SPDX-License-Identifier: Apache-2.0
#include <functional>

#include "unit/check/look_up.hpp"

using namespace bes;
using Catch::Contains;

namespace {

Facts factsWithSrp(const std::function<void(SrpCredentials&)>& change) {
    Facts facts = sampleFacts();
    changeFact(facts.database, [&](DatabaseContents& database) { change(database.servers.front().srp); });
    return facts;
}

Severity severityOfIdentifier(const std::string& identifier) {
    return onlyFinding("srp.identifier", factsWithSrp([&](auto& srp) { srp.identifier = identifier; }))
        .severity;
}

} // namespace

TEST_CASE("SRP identifiers: usual, temporary, unusual, missing") {
    CHECK(severityOfIdentifier("S12345678") == Severity::passed);
    CHECK(severityOfIdentifier("s1234567") == Severity::passed);
    CHECK(severityOfIdentifier("T1234567") == Severity::warning);
    CHECK(severityOfIdentifier("12345678S") == Severity::warning);
    CHECK(severityOfIdentifier("S123456789") == Severity::warning);
    CHECK(severityOfIdentifier("S123456") == Severity::warning);
    CHECK(severityOfIdentifier("S1234-678") == Severity::warning);
    CHECK(severityOfIdentifier("") == Severity::blocker);
    CHECK_THAT(
        onlyFinding("srp.identifier", factsWithSrp([](auto& srp) { srp.identifier = "T1234567"; })).title,
        Contains("temporary"));
}

TEST_CASE("A primary without an SRP authentication key gives nothing to copy") {
    const Facts facts = factsWithSrp([](auto& srp) {
        srp.keyFingerprint.clear();
        srp.keyWellFormed = false;
    });
    const Finding finding = onlyFinding("srp.key", facts);
    CHECK(finding.severity == Severity::blocker);
    CHECK(finding.code == ExitCode::database);
}

TEST_CASE("An SRP authentication key of unusual form is told by its fingerprint") {
    const Finding finding =
        onlyFinding("srp.key", factsWithSrp([](auto& srp) { srp.keyWellFormed = false; }));
    CHECK(finding.severity == Severity::warning);
    CHECK_THAT(finding.evidence, Contains("0123456789abcdef"));
}

TEST_CASE("An SRP endpoint that can't be reached is a warning and was never logged in to") {
    Facts facts = sampleFacts();
    CHECK_THAT(onlyFinding("srp.endpoint", facts).evidence, Contains("never a login"));
    facts.srpEndpoint = Reachability{false, "Connection refused"};
    const Finding finding = onlyFinding("srp.endpoint", facts);
    CHECK(finding.severity == Severity::warning);
    CHECK_THAT(finding.title, Contains("srp.example.org:3101"));
    CHECK_THAT(finding.evidence,
               Contains("Connection refused") && Contains("a TCP connection only, never a login"));
    CHECK_THAT(finding.remedy, Contains("3101"));
}

TEST_CASE("An SRP endpoint that was not tried is not called reachable") {
    Facts facts = sampleFacts();
    facts.srpEndpoint = Fact<Reachability>::unknown("not looked at");
    CHECK(onlyFinding("srp.endpoint", facts).severity == Severity::warning);
    Request request = sampleRequest();
    request.root = "/srv/image";
    CHECK(onlyFinding("srp.endpoint", facts, request).severity == Severity::information);
}

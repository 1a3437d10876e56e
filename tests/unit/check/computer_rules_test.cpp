// SPDX-License-Identifier: Apache-2.0
#include <functional>

#include "answers/typed_remedy.hpp"
#include "unit/check/look_up.hpp"

using namespace bes;
using Catch::Contains;

namespace {

Facts factsWhere(const std::function<void(DatabaseContents&)>& change) {
    Facts facts = sampleFacts();
    changeFact(facts.database, change);
    return facts;
}

} // namespace

TEST_CASE("The primary's own computer is refused however it is called") {
    Facts facts = sampleFacts();
    std::string evidence;

    SECTION("short name in another case") {
        facts = factsWhere([](auto& database) {
            database.servers[0].computer = "BES02";
            database.servers[0].fullyQualifiedName.clear();
            database.servers[0].addresses.clear();
        });
        evidence = "computer name bes02";
    }
    SECTION("fully qualified name") {
        facts = factsWhere([](auto& database) {
            database.servers[0].computer = "mailhost";
            database.servers[0].fullyQualifiedName = "bes02.acme.example.org.";
        });
        evidence = "both are called bes02.acme.example.org";
    }
    SECTION("registered address, spelt in another way") {
        facts = factsWhere([](auto& database) { database.servers[0].addresses = {"2001:DB8:0:0::12"}; });
        evidence = "registered address 2001:DB8:0:0::12";
    }
    SECTION("address in place of the name") {
        facts = factsWhere([](auto& database) { database.servers[0].computer = "192.0.2.12"; });
        evidence = "192.0.2.12";
    }
    SECTION("address that the name service returns") {
        facts.primaryAddresses = std::vector<std::string>{"192.0.2.12"};
        evidence = "name service returns 192.0.2.12";
    }
    SECTION("loopback that the name service returns") {
        facts.primaryAddresses = std::vector<std::string>{"127.0.1.1"};
        evidence = "this computer itself";
    }
    const Finding other = onlyFinding("primary.other-computer", facts);
    CHECK(other.severity == Severity::blocker);
    CHECK(other.code == ExitCode::sameComputer);
    CHECK_THAT(other.evidence, Contains(evidence) && Contains("BES01") && Contains("bes02"));

    const Finding self = onlyFinding("computer.not-primary", facts);
    CHECK(self.severity == Severity::blocker);
    CHECK(self.code == ExitCode::isPrimary);
    CHECK(exitCodeOf(check::check(facts, sampleRequest())) == ExitCode::sameComputer);
}

TEST_CASE("A computer that is a primary is not turned into a standby of another one") {
    const Facts facts =
        factsWhere([](auto& database) { database.servers.back().addresses = {"192.0.2.12"}; });
    const Finding finding = onlyFinding("computer.not-primary", facts);
    CHECK(finding.severity == Severity::blocker);
    CHECK(finding.code == ExitCode::isPrimary);
    CHECK_THAT(finding.evidence, Contains("BES05") && Contains("192.0.2.12"));
    CHECK(onlyFinding("primary.other-computer", facts).severity == Severity::passed);
    CHECK(exitCodeOf(check::check(facts, sampleRequest())) == ExitCode::isPrimary);
}

TEST_CASE("A computer that stands by for another primary is refused") {
    SECTION("by the name in the pair") {
        const Facts facts = factsWhere([](auto& database) {
            database.pairs[0].standbyComputer = "bes02.acme.example.org";
            database.pairs[0].state = PairState::reserved;
        });
        const Finding finding = onlyFinding("computer.no-standby", facts);
        CHECK(finding.code == ExitCode::isStandbyOfAnother);
        CHECK_THAT(finding.evidence, Contains("BES03-standby") && Contains("standby of BES03"));
        CHECK_THAT(answers::typedRemedy(finding), Contains("database release BES03"));
    }
    SECTION("by the standby's address") {
        const Facts facts =
            factsWhere([](auto& database) { database.servers[2].addresses = {"192.0.2.12"}; });
        CHECK(onlyFinding("computer.no-standby", facts).severity == Severity::blocker);
        CHECK(exitCodeOf(check::check(facts, sampleRequest())) == ExitCode::isStandbyOfAnother);
    }
    SECTION("not when a dead run of this computer has reserved it: that reservation is released") {
        const Facts facts = factsWhere([](auto& database) {
            database.pairs[0].standbyComputer = "bes02";
            database.pairs[0].state = PairState::reserved;
        });
        const Finding finding = onlyFinding("computer.no-standby", facts);
        CHECK(finding.severity == Severity::warning);
        CHECK_THAT(finding.title, Contains("releases BES03"));
        CHECK(idsOf(blockersOf(facts)).empty());
    }
    SECTION("not when an interrupted run holds that pair") {
        Facts facts = factsWhere([](auto& database) { database.pairs[0].standbyComputer = "bes02"; });
        const std::string run = facts.database.value().pairs[0].run;
        facts.unfinishedRun = std::optional(UnfinishedRun{run, "install", "2025-03-01T08:00:00Z"});
        CHECK(onlyFinding("computer.no-standby", facts).severity == Severity::passed);
    }
}

TEST_CASE("Names alone are not enough to be sure that computers differ") {
    Facts facts = factsWhere([](auto& database) { database.servers[0].addresses.clear(); });
    facts.primaryAddresses = Fact<std::vector<std::string>>::unknown("Name or service not known");
    const Finding finding = onlyFinding("primary.other-computer", facts);
    CHECK(finding.severity == Severity::warning);
    CHECK_THAT(finding.evidence, Contains("Name or service not known"));

    SECTION("registered addresses are") {
        Facts registered = sampleFacts();
        registered.primaryAddresses = Fact<std::vector<std::string>>::unknown("Name or service not known");
        const Finding passed = onlyFinding("primary.other-computer", registered);
        CHECK(passed.severity == Severity::passed);
        CHECK_THAT(passed.evidence, Contains("Name or service not known"));
    }
    SECTION("for an image, whose addresses nobody knows, it is no warning") {
        changeFact(facts.computer, [](Computer& computer) { computer.addresses.clear(); });
        Request request = sampleRequest();
        request.root = "/srv/image";
        CHECK(onlyFinding("primary.other-computer", facts, request).severity == Severity::information);
    }
}

TEST_CASE("Loopback in an image's answer means the computer that setup runs on, not the image's") {
    Facts facts = sampleFacts();
    facts.primaryAddresses = std::vector<std::string>{"127.0.1.1"};
    Request request = sampleRequest();
    request.root = "/srv/image";
    CHECK(onlyFinding("primary.other-computer", facts, request).severity != Severity::blocker);
}

TEST_CASE("A computer without a known name is refused with the reason") {
    Facts facts = sampleFacts();
    facts.computer = Fact<Computer>::unknown("/etc/hostname: No such file or directory");
    const Finding finding = onlyFinding("computer.name", facts);
    CHECK(finding.severity == Severity::blocker);
    CHECK_THAT(finding.evidence, Contains("No such file"));
    CHECK(idsOf(blockersOf(facts)) == std::vector<std::string>{"computer.name"});
}

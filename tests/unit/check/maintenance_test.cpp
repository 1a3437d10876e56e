#include <catch2/catch.hpp>

#include <algorithm>

#include "check/maintenance.hpp"
#include "unit/check/sample_facts.hpp"

using namespace bes;

namespace {

Facts installedFacts() {
    Facts facts = sampleFactsInstalled();
    facts.standby = StandbyState{std::vector<std::string>{"bes-router.service"}, {}};
    return facts;
}

std::vector<Finding> found(const Facts& facts, const Maintenance& wanted = {}) {
    return check::checkMaintenance(facts, sampleReceipt().request, wanted);
}

const Finding& finding(const std::vector<Finding>& findings, const std::string& id) {
    const auto at = std::ranges::find(findings, id, &Finding::id);
    REQUIRE(at != findings.end());
    return *at;
}

} // namespace

TEST_CASE("Nothing forbids to remove a passive standby that the database knows") {
    CHECK_FALSE(blocks(found(installedFacts())));
}

TEST_CASE("Nothing is removed where nothing is installed") {
    CHECK(exitCodeOf(found(sampleFacts())) == ExitCode::notInstalled);
}

TEST_CASE("A database that can't be read forbids a removal, unless the registration shall stay") {
    Facts facts = installedFacts();
    facts.database = Fact<DatabaseContents>::unknown("the server does not answer");
    const auto refused = found(facts);
    CHECK(exitCodeOf(refused) == ExitCode::database);
    CHECK(finding(refused, "database.reachable").remedy.find("--keep-registration") != std::string::npos);

    const auto kept = found(facts, {.keepRegistration = true});
    CHECK_FALSE(blocks(kept));
    CHECK(finding(kept, "database.reachable").remedy.find("database release BES01") != std::string::npos);
    CHECK(finding(kept, "database.reachable").remedy.find("--standby BES01-standby") != std::string::npos);
}

TEST_CASE("A promoted standby is refused until that is accepted") {
    Facts facts = installedFacts();
    SECTION("as the database says") {
        changeFact(facts.database, [](DatabaseContents& database) {
            std::ranges::find(database.servers, "BES01-standby", &Server::name)->actsAs = Role::primary;
        });
    }
    SECTION("as its deferred services tell") {
        facts.standby = StandbyState{std::vector<std::string>{"bes-active.target"}, {}};
    }
    const auto refused = found(facts);
    CHECK(exitCodeOf(refused) == ExitCode::promoted);
    CHECK(finding(refused, "standby.passive").remedy.find("Fail over to BES01 first") != std::string::npos);
    CHECK_FALSE(blocks(found(facts, {.acceptPromoted = true})));
}

TEST_CASE("A standby with users is not removed") {
    Facts facts = installedFacts();
    changeFact(facts.database, [](DatabaseContents& database) {
        std::ranges::find(database.servers, "BES01-standby", &Server::name)->users = 3;
    });
    CHECK(exitCodeOf(found(facts)) == ExitCode::blocked);
    CHECK_FALSE(blocks(found(facts, {.keepRegistration = true})));
}

TEST_CASE("What is running has to be known before it is stopped") {
    Facts facts = installedFacts();
    facts.standby = StandbyState{Fact<std::vector<std::string>>::unknown("systemctl hangs"), {}};
    CHECK(finding(found(facts), "standby.services").severity == Severity::blocker);
}

TEST_CASE("What others put into the standby's folders is named") {
    Facts facts = installedFacts();
    facts.standby = StandbyState{std::vector<std::string>(), {"/opt/bes-standby/local.conf"}};
    CHECK(finding(found(facts), "standby.foreign-files").evidence == "/opt/bes-standby/local.conf");
}

// SPDX-License-Identifier: Apache-2.0
#include "answers/typed_remedy.hpp"
#include "unit/check/look_up.hpp"

using namespace bes;
using Catch::Contains;

TEST_CASE("A database that can't be read is refused once, with the reason") {
    Facts facts = sampleFacts();
    facts.database = Fact<DatabaseContents>::unknown("unable to open database file");
    CHECK(idsOf(blockersOf(facts)) == std::vector<std::string>{"database.reachable"});
    const Finding finding = onlyFinding("database.reachable", facts);
    CHECK(finding.code == ExitCode::database);
    CHECK_THAT(finding.evidence, Contains("unable to open database file"));
    CHECK_THAT(answers::typedRemedy(finding), Contains("--database.location"));
    for (const char* id :
         {"primary.exists", "primary.no-standby", "srp.key", "components.dependencies", "disk.space"})
        CHECK(findingsOf(id, facts).empty());
}

TEST_CASE("What helps with a database comes from the reason, with its answers and its command") {
    Facts facts = sampleFacts();
    facts.database = Fact<DatabaseContents>::unknown(
        "Its schema is older", {"Upgrade it", {}, "bes-standby-setup database upgrade"});
    Finding finding = onlyFinding("database.reachable", facts);
    CHECK(finding.evidence == "Its schema is older");
    CHECK(finding.remedy == "Upgrade it");
    CHECK(finding.command == "bes-standby-setup database upgrade");
    CHECK(finding.answers.empty());

    facts.database =
        Fact<DatabaseContents>::unknown("It is not there", {"Check its name", {{"database.location"}}});
    finding = onlyFinding("database.reachable", facts);
    CHECK(finding.remedy == "Check its name");
    CHECK(finding.answers == std::vector<NamedAnswer>{{"database.location"}});

    facts.database = Fact<DatabaseContents>::unknown("It is no database", "Choose another file");
    CHECK(onlyFinding("database.reachable", facts).answers ==
          std::vector<NamedAnswer>{{"database.location"}});
    facts.database = Fact<DatabaseContents>::unknown("Nobody knows");
    CHECK_THAT(onlyFinding("database.reachable", facts).remedy, Contains("permissions of the database file"));
}

TEST_CASE("A database that can be read tells where it is and what it has") {
    CHECK_THAT(onlyFinding("database.reachable", sampleFacts()).evidence,
               Contains("/var/lib/bes/configuration.db") && Contains("3 primaries"));
    CHECK_THAT(onlyFinding("database.schema", sampleFacts()).evidence, Contains("1"));
}

TEST_CASE("A failover partner that answers in place of the server is told") {
    Facts facts = sampleFacts();
    changeFact(facts.database, [](DatabaseContents& contents) { contents.partner = "db2.example.com"; });
    const Finding finding = onlyFinding("database.reachable", facts);
    CHECK(finding.severity == Severity::information);
    CHECK_THAT(finding.evidence, Contains("db2.example.com"));
}

TEST_CASE("A database that can be read and not changed forbids the installation, before anything is begun") {
    Facts facts = sampleFacts();
    facts.databaseNotChangeable = Obstacle{"/tmp lets everybody add files (mode 1777)", "Move the database"};
    const Finding finding = onlyFinding("database.changeable", facts);
    CHECK(finding.severity == Severity::blocker);
    CHECK(finding.code == ExitCode::database);
    CHECK(finding.evidence == facts.databaseNotChangeable->reason);
    CHECK(finding.remedy == "Move the database");
}

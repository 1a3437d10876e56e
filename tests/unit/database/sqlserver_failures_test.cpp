// SPDX-License-Identifier: Apache-2.0
// What a server refuses is told by its own number, with what to do, and without the value of any row.

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "database/connection.hpp"
#include "database/read.hpp"
#include "database/schema.hpp"
#include "unit/database/practice_database.hpp"

using Catch::Contains;

namespace {

constexpr auto key = "7f3a-91c4-0be2-d85e-46a7-2c19-f0d3-8b65-e14f-5a92";

/// From now on reservations are refused with this error, whose words repeat a key.
void refuse(const PracticeDatabase& practice, const std::string& errors, int times = 100) {
    practice.server().follow(
        fmt::format(R"([{{"at": "INSERT INTO BESPair", "times": {}, "errors": [{}]}}])", times, errors));
}

std::string error(int number, const std::string& words = key) {
    return fmt::format(R"([{}, "{}"])", number, words);
}

bes::Failure refused(const PracticeDatabase& practice) {
    const auto reserved = practice.open().reserve(northPair(), "run-1");
    REQUIRE_FALSE(reserved);
    UNSCOPED_INFO(reserved.error().id << ": " << reserved.error().why);
    return reserved.error();
}

} // namespace

TEST_CASE("what a server refuses is told by its number, and nothing is written") {
    const auto [number, id] = GENERATE(table<int, std::string>({{1222, "database.busy"},
                                                                {1105, "database.full"},
                                                                {9002, "database.full"},
                                                                {3906, "database.read-only"},
                                                                {945, "database.connect"},
                                                                {954, "database.read-only"},
                                                                {976, "database.read-only"},
                                                                {35250, "database.read-only"},
                                                                {916, "database.rights"},
                                                                {701, "database.busy"},
                                                                {824, "database.damaged"},
                                                                {2628, "database.query"},
                                                                {8152, "database.query"},
                                                                {10054, "database.lost"},
                                                                {245, "database.query"},
                                                                {1205, "database.conflict"}}));
    const PracticeDatabase practice;
    const std::string before = practice.content();
    refuse(practice, error(number));
    const auto failure = refused(practice);
    INFO(number);
    CHECK(failure.id == id);
    CHECK(failure.code == (id == "database.full" ? bes::ExitCode::diskSpace : bes::ExitCode::database));
    CHECK_FALSE(failure.remedy.empty());
    CHECK_THAT(failure.why, !Contains("7f3a"));
    CHECK(practice.content() == before);
}

TEST_CASE("a right and a table that are missing are named") {
    const PracticeDatabase practice;
    SECTION("a right") {
        refuse(practice, error(229, "The INSERT permission was denied on the object 'BESPair'."));
        const auto failure = refused(practice);
        CHECK(failure.id == "database.rights");
        CHECK_THAT(failure.why, Contains("The INSERT permission was denied on the object 'BESPair'"));
    }
    SECTION("a table") {
        refuse(practice, error(208, "Invalid object name 'BESPair'."));
        const auto failure = refused(practice);
        CHECK(failure.id == "database.schema");
        CHECK_THAT(failure.why, Contains("Invalid object name 'BESPair'"));
    }
}

TEST_CASE("a number that setup does not know is told without words, which could hold a key") {
    const PracticeDatabase practice;
    refuse(practice, error(4711));
    const auto failure = refused(practice);
    CHECK(failure.id == "database.query");
    CHECK_THAT(failure.why, Contains("error 4711"));
    CHECK_THAT(failure.why, !Contains("7f3a"));
}

TEST_CASE("of several records the one that tells counts, wherever it stands") {
    const PracticeDatabase practice;
    refuse(practice, error(266, "Transaction count") + ", " + error(3906));
    CHECK(refused(practice).id == "database.read-only");
}

TEST_CASE("a rule that is none of the pair's is named, with its table and without the value") {
    const PracticeDatabase practice;
    auto database = practice.open();
    REQUIRE(database.reserve(northPair(), "run-1"));
    const auto [words, named] = GENERATE(table<std::string, std::string>(
        {{R"([2627, "Violation of PRIMARY KEY constraint 'PK_ServerConfig'. Cannot insert duplicate key in object 'dbo.ServerConfig'. The duplicate key value is (7f3a)."])",
          "PK_ServerConfig of dbo.ServerConfig"},
         {R"([2601, "Cannot insert duplicate key row in object 'dbo.ServerConfig' with unique index 'UX'. The duplicate key value is (7f3a)."])",
          "unique index UX of dbo.ServerConfig"},
         {R"([547, "The INSERT statement conflicted with the CHECK constraint \"CK_ServerConfig_SRPPort\". The conflict occurred in database \"BESMgmt\", table \"dbo.ServerConfig\", column 'SRPPort'."])",
          "CK_ServerConfig_SRPPort of dbo.ServerConfig"},
         {R"([515, "Cannot insert the value NULL into column 'SRPHost', table 'BESMgmt.dbo.ServerConfig'; column does not allow nulls."])",
          "empty column SRPHost of BESMgmt.dbo.ServerConfig"},
         {R"([50000, "bes: a standby needs a reservation"], [3609, "The transaction ended in the trigger."])",
          "a standby needs a reservation"}}));
    practice.server().follow(R"([{"at": "INSERT INTO ServerConfig", "errors": [)" + words + "]}]");
    const auto registered = database.registerStandby(northStandby(), "run-1");
    REQUIRE_FALSE(registered);
    CHECK(registered.error().id == "database.query");
    CHECK_THAT(registered.error().why, Contains("(" + named + ")"));
    CHECK_THAT(registered.error().why, !Contains("7f3a"));
}

TEST_CASE("a rule of the site's is named where a primary can't be reserved") {
    const PracticeDatabase practice;
    refuse(
        practice,
        R"([547, "The INSERT statement conflicted with the CHECK constraint \"CK_Site\". The conflict occurred in database \"BESMgmt\", table \"dbo.BESPair\"."])");
    const auto failure = refused(practice);
    CHECK(failure.id == "database.query");
    CHECK_THAT(failure.what, Contains("BES-NORTH was not reserved"));
    CHECK_THAT(failure.why, Contains("(CK_Site of dbo.BESPair)"));
}

TEST_CASE("words of somebody else's trigger are not told") {
    const PracticeDatabase practice;
    auto database = practice.open();
    REQUIRE(database.reserve(northPair(), "run-1"));
    practice.server().follow(
        R"([{"at": "INSERT INTO ServerConfig", "errors": [[50000, "no row with 7f3a-91c4"], [3609, "ended"]]}])");
    const auto registered = database.registerStandby(northStandby(), "run-1");
    REQUIRE_FALSE(registered);
    CHECK_THAT(registered.error().why, !Contains("7f3a"));
}

TEST_CASE("what the server took back in favour of another program is tried again, some times") {
    const PracticeDatabase practice;
    refuse(practice, error(1205), 2);
    CHECK(practice.open().reserve(northPair(), "run-1"));
}

TEST_CASE("a lock that the server does not give is told") {
    const PracticeDatabase practice;
    const auto [answer, id] =
        GENERATE(table<int, std::string>({{-1, "database.busy"}, {-3, "database.conflict"}}));
    practice.server().follow(fmt::format(
        R"([{{"at": "@LockMode = N'Exclusive'", "rows": {{"names": ["got"], "rows": [[{}]]}}}}])", answer));
    CHECK(refused(practice).id == id);
}

TEST_CASE("a connection that is cut before anything was done is told as lost") {
    const PracticeDatabase practice;
    const std::string before = practice.content();
    practice.server().follow(R"([{"at": "INSERT INTO BESPair", "cut": "before"}])");
    CHECK(refused(practice).id == "database.lost");
    CHECK(practice.content() == before);
}

TEST_CASE("after a connection that is cut in a commit is looked up what was done") {
    const PracticeDatabase practice;
    const std::string cut = GENERATE("before", "after");
    INFO(cut);
    practice.server().follow(R"([{"at": "COMMIT TRANSACTION", "times": 1, "cut": ")" + cut + R"("}])");
    bool mayBeThere = false;
    CHECK(practice.open().reserve(northPair(), "run-1", mayBeThere));
    CHECK(mayBeThere);
    CHECK(practice.rows("SELECT RunId FROM BESPair WHERE PrimaryId = 1") == "run-1\n");
}

TEST_CASE("a server that went away in a commit leaves open what was done, and that is told") {
    const PracticeDatabase practice;
    practice.server().follow(R"([{"at": "COMMIT TRANSACTION", "cut": "after"}])");
    bool mayBeThere = false;
    const auto reserved = practice.open().reserve(northPair(), "run-1", mayBeThere);
    // the second look finds the reservation, whose commit was done
    CHECK(reserved);
    CHECK(mayBeThere);
}

TEST_CASE("a statement that is not answered ends in time") {
    const PracticeDatabase practice;
    practice.server().follow(R"([{"at": "FROM ServerConfig ORDER BY", "silent": true}])");
    auto connection = bes::database::Connection::open(
        {practice.address(), PracticeDatabase::password(), std::chrono::seconds(1)},
        bes::database::Access::read);
    REQUIRE(connection);
    const auto begin = std::chrono::steady_clock::now();
    const auto read = bes::database::guarded(*connection, "It can't be read",
                                             [&] { return bes::database::readContents(*connection); });
    REQUIRE_FALSE(read);
    CHECK(read.error().id == "database.busy");
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(8));
}

TEST_CASE("an answer without end is cut off") {
    const PracticeDatabase practice;
    practice.server().follow(R"([{"at": "FROM ServerConfig ORDER BY", "endless": "rows"}])");
    const auto read = practice.open().read();
    REQUIRE_FALSE(read);
    CHECK(read.error().id == "database.too-long");
}

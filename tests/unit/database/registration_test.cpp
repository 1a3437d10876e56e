// SPDX-License-Identifier: Apache-2.0
// Registering writes the standby with the primary's SRP credentials, all of it or nothing.

#include <catch2/catch.hpp>

#include "unit/database/practice_database.hpp"

namespace {

const std::string northKey = "7f3a-91c4-0be2-d85e-46a7-2c19-f0d3-8b65-e14f-5a92";

/// Everything that registering may touch.
std::string allRows(const PracticeDatabase& practice) {
    return practice.rows(
        "SELECT * FROM ServerConfig ORDER BY Id; SELECT * FROM ServerAddress; "
        "SELECT * FROM ServerComponent; "
        "SELECT PrimaryId, StandbyId, StandbyName, StandbyComputer, State, RunId FROM BESPair");
}

} // namespace

TEST_CASE("a registered standby has the primary's SRP credentials, its own names, and a final pair") {
    const PracticeDatabase practice;
    auto database = practice.open();
    REQUIRE(database.reserve(northPair(), "run-1"));
    REQUIRE(database.registerStandby(northStandby(), "run-1"));

    CHECK(practice.rows(
              "SELECT s.SRPAuthenticationKey "
              "FROM BESPair JOIN ServerConfig p ON p.Id = PrimaryId JOIN ServerConfig s ON s.Id = StandbyId "
              "WHERE p.ServerName = 'BES-NORTH' AND p.SRPIdentifier = s.SRPIdentifier "
              "AND p.SRPAuthenticationKey = s.SRPAuthenticationKey AND p.SRPHost = s.SRPHost "
              "AND p.SRPPort = s.SRPPort") == northKey + "\n");
    CHECK(practice.rows(
              "SELECT MachineName, FullyQualifiedName, DominoServer, ProductVersion, Role FROM ServerConfig "
              "WHERE ServerName = 'BES-NORTH-standby'") ==
          "bes-north2|bes-north2.example.org|CN=Mail11/O=Acme|5.0|standby\n");
    CHECK(practice.rows("SELECT State, RunId FROM BESPair WHERE PrimaryId = 1") == "final|run-1\n");

    const auto contents = database.read();
    REQUIRE(contents);
    const bes::Server* standby = contents->findServer("bes-north-STANDBY");
    REQUIRE(standby);
    CHECK(standby->addresses == std::vector<std::string>{"192.0.2.21", "2001:db8::21"});
    CHECK(standby->components == std::vector<std::string>{"dispatcher", "router"});
    CHECK(standby->srp == contents->findServer("BES-NORTH")->srp);
}

TEST_CASE("registering needs the reservation of that very run, standby and computer") {
    const PracticeDatabase practice;
    auto database = practice.open();
    auto standby = northStandby();
    const std::string run = "run-1";
    SECTION("none at all") {
    }
    SECTION("another run's") {
        REQUIRE(database.reserve(northPair(), "run-2"));
    }
    SECTION("for another computer") {
        REQUIRE(database.reserve(northPair(), run));
        standby.computer = "bes-north3";
    }
    SECTION("for another primary") {
        REQUIRE(database.reserve(northPair(), run));
        standby.primary = "BES-TRIAL";
    }
    const std::string before = allRows(practice);
    const auto registered = database.registerStandby(standby, run);
    REQUIRE_FALSE(registered);
    CHECK(registered.error().id == "pair.not-reserved");
    CHECK(allRows(practice) == before);
}

TEST_CASE("registering again for the same run changes nothing, after an interruption") {
    const PracticeDatabase practice;
    auto database = practice.open();
    REQUIRE(database.reserve(northPair(), "run-1"));
    REQUIRE(database.registerStandby(northStandby(), "run-1"));
    const std::string before = allRows(practice);
    CHECK(database.registerStandby(northStandby(), "run-1"));
    CHECK(database.reserve(northPair(), "run-1"));
    CHECK(allRows(practice) == before);
}

TEST_CASE("a registration that fails half way leaves nothing behind") {
    const PracticeDatabase practice;
    auto database = practice.open();
    REQUIRE(database.reserve(northPair(), "run-1"));
    const std::string before = allRows(practice);
    auto standby = northStandby();
    standby.components.emplace_back(); // the database refuses an empty component, after the server's own row
    const auto registered = database.registerStandby(standby, "run-1");
    REQUIRE_FALSE(registered);
    CHECK(allRows(practice) == before);
    CHECK_THAT(registered.error().why, !Catch::Contains("constraint"));
    CHECK_THAT(registered.error().what + registered.error().why + registered.error().remedy,
               !Catch::Contains(northKey));
}

TEST_CASE("addresses and components that stand twice are written once") {
    const PracticeDatabase practice;
    auto database = practice.open();
    REQUIRE(database.reserve(northPair(), "run-1"));
    auto standby = northStandby();
    standby.addresses = {"2001:db8::a", "2001:DB8::A"};
    standby.components = {"router", "router"};
    REQUIRE(database.registerStandby(standby, "run-1"));
    CHECK(practice.rows("SELECT count(*) FROM ServerAddress JOIN ServerConfig ON Id = ServerConfigId "
                        "WHERE ServerName = 'BES-NORTH-standby'") == "1\n");
}

TEST_CASE("unregistering leaves the reservation and no trace of the standby") {
    const PracticeDatabase practice;
    auto database = practice.open();
    REQUIRE(database.reserve(northPair(), "run-1"));
    const std::string before = allRows(practice);
    REQUIRE(database.registerStandby(northStandby(), "run-1"));
    REQUIRE(database.unregisterStandby("bes-north-STANDBY", "run-1"));
    CHECK(allRows(practice) == before);
    CHECK(database.unregisterStandby("BES-NORTH-standby", "run-1"));
    CHECK(database.registerStandby(northStandby(), "run-1"));
}

TEST_CASE("unregistering leaves what another run registered") {
    const PracticeDatabase practice;
    auto database = practice.open();
    const std::string before = allRows(practice);
    CHECK(database.unregisterStandby("BES-EAST-STANDBY", "run-1"));
    CHECK(allRows(practice) == before);
}

TEST_CASE("a removed pair leaves the database as it was before the standby came") {
    const PracticeDatabase practice;
    auto database = practice.open();
    const std::string before = allRows(practice);
    REQUIRE(database.reserve(northPair(), "run-1"));
    REQUIRE(database.registerStandby(northStandby(), "run-1"));
    REQUIRE(database.removePair("BES-NORTH", "BES-NORTH-standby"));
    CHECK(allRows(practice) == before);
    CHECK(database.removePair("BES-NORTH", "BES-NORTH-standby"));
    CHECK(database.reserve(northPair(), "run-2"));
}

TEST_CASE("a pair whose standby has users, or that is another's, is not removed") {
    const PracticeDatabase practice;
    auto database = practice.open();
    REQUIRE(database.reserve(northPair(), "run-1"));
    REQUIRE(database.registerStandby(northStandby(), "run-1"));
    practice.run("INSERT INTO UserConfig (ServerConfigId, DisplayName) SELECT Id, 'U' FROM ServerConfig "
                 "WHERE ServerName = 'BES-NORTH-standby'");
    const std::string before = allRows(practice);
    const auto refused = database.removePair("BES-NORTH", "BES-NORTH-standby");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().id == "standby.users");
    CHECK(database.removePair("BES-TRIAL", "BES-NORTH-standby"));
    CHECK(allRows(practice) == before);
}

TEST_CASE("the role that a server plays now is read beside the one that it was installed with") {
    const PracticeDatabase practice;
    auto database = practice.open();
    REQUIRE(database.reserve(northPair(), "run-1"));
    REQUIRE(database.registerStandby(northStandby(), "run-1"));
    CHECK(database.read()->findServer("BES-NORTH-standby")->actsAs == bes::Role::standby);
    practice.run("UPDATE ServerConfig SET ActsAs = 'primary' WHERE ServerName = 'BES-NORTH-standby'");
    const auto contents = database.read();
    REQUIRE(contents);
    CHECK(contents->findServer("BES-NORTH-standby")->actsAs == bes::Role::primary);
    CHECK(contents->findServer("BES-NORTH-standby")->role == bes::Role::standby);
}

// SPDX-License-Identifier: Apache-2.0
// Only one setup run can claim a primary, and it claims nothing that another one holds.

#include <catch2/catch.hpp>

#include "answers/typed_remedy.hpp"
#include "unit/database/practice_database.hpp"

namespace {

constexpr auto pairOfNorth =
    "SELECT StandbyName, StandbyComputer, State, RunId FROM BESPair WHERE PrimaryId = 1";

/// The failure of a reservation, which must not have changed a byte.
bes::Failure refusal(const PracticeDatabase& practice, const bes::ReservePair& pair, const std::string& run) {
    const std::string before = practice.content();
    const auto reserved = practice.open().reserve(pair, run);
    REQUIRE_FALSE(reserved);
    CHECK(practice.content() == before);
    return reserved.error();
}

} // namespace

TEST_CASE("a free primary is reserved for the run that asks") {
    const PracticeDatabase practice;
    REQUIRE(practice.open().reserve(northPair(), "run-1"));
    CHECK(practice.rows(pairOfNorth) == "BES-NORTH-standby|bes-north2|reserved|run-1\n");
}

TEST_CASE("the primary's name may be given in any case") {
    const PracticeDatabase practice;
    auto pair = northPair();
    pair.primary = "bes-north";
    CHECK(practice.open().reserve(pair, "run-1"));
}

TEST_CASE("the same run may reserve again, after an interruption") {
    const PracticeDatabase practice;
    auto database = practice.open();
    REQUIRE(database.reserve(northPair(), "run-1"));
    CHECK(database.reserve(northPair(), "run-1"));
    CHECK(practice.rows(pairOfNorth) == "BES-NORTH-standby|bes-north2|reserved|run-1\n");
}

TEST_CASE("a primary with a standby is refused, naming the standby") {
    const PracticeDatabase practice;
    const auto failure =
        refusal(practice, {.primary = "BES-EAST", .standby = "SECOND", .computer = "bes-second"}, "run-1");
    CHECK(failure.id == "pair.standby-exists");
    CHECK(failure.code == bes::ExitCode::standbyExists);
    CHECK(failure.why ==
          "BES-EAST already has the standby BES-EAST-STANDBY on bes-east2, and a primary has only one");
}

TEST_CASE(
    "a primary for which a standby is being installed is refused, saying where and how to take it back") {
    const PracticeDatabase practice;
    REQUIRE(practice.open().reserve(northPair(), "run-1"));
    auto pair = northPair();
    pair.standby = "SECOND";
    pair.computer = "bes-second";
    const auto failure = refusal(practice, pair, "run-2");
    CHECK(failure.id == "pair.standby-exists");
    CHECK(failure.code == bes::ExitCode::standbyExists);
    CHECK_THAT(failure.why, Catch::Contains("setup run on bes-north2") && Catch::Contains(" since 20"));
    CHECK_THAT(bes::answers::typedRemedy(failure),
               Catch::Contains(": bes-standby-setup database release BES-NORTH " + practice.typed()));
}

TEST_CASE("the same computer in another run is refused too: the first run may be alive") {
    const PracticeDatabase practice;
    REQUIRE(practice.open().reserve(northPair(), "run-1"));
    CHECK(refusal(practice, northPair(), "run-2").id == "pair.standby-exists");
}

TEST_CASE("a run takes the place of a dead one of its computer, which then holds nothing any more") {
    const PracticeDatabase practice;
    auto pair = northPair();
    pair.replaces = "run-1";
    SECTION("for the same primary") {
        REQUIRE(practice.open().reserve(northPair(), "run-1"));
    }
    SECTION("for another primary") {
        REQUIRE(practice.open().reserve(
            {.primary = "BES-TRIAL", .standby = "BES-TRIAL-standby", .computer = pair.computer}, "run-1"));
    }
    SECTION("which has been released in the meantime") {
    }
    REQUIRE(practice.open().reserve(pair, "run-2"));
    CHECK(practice.rows("SELECT StandbyName, StandbyComputer, State, RunId FROM BESPair WHERE State = "
                        "'reserved'") == "BES-NORTH-standby|bes-north2|reserved|run-2\n");
}

TEST_CASE("a run takes nobody's place where the primary is another's by then") {
    const PracticeDatabase practice;
    auto others = northPair();
    others.standby = "SECOND";
    others.computer = "bes-second";
    REQUIRE(practice.open().reserve(others, "run-3"));
    auto pair = northPair();
    pair.replaces = "run-1";
    CHECK(refusal(practice, pair, "run-2").id == "pair.standby-exists");
}

TEST_CASE("a refused run does not end the reservation of the dead one") {
    const PracticeDatabase practice;
    REQUIRE(practice.open().reserve(
        {.primary = "BES-TRIAL", .standby = "BES-TRIAL-standby", .computer = "bes-north2"}, "run-1"));
    auto pair = northPair();
    pair.primary = "BES-EAST";
    pair.replaces = "run-1";
    CHECK(refusal(practice, pair, "run-2").id == "pair.standby-exists");
}

TEST_CASE("a standby that is installed is nobody's to take over") {
    const PracticeDatabase practice;
    REQUIRE(practice.open().reserve(northPair(), "run-1"));
    REQUIRE(practice.open().registerStandby(northStandby(), "run-1"));
    auto pair = northPair();
    pair.replaces = "run-1";
    CHECK(refusal(practice, pair, "run-2").id == "pair.standby-exists");
}

TEST_CASE("the primary's own computer is refused") {
    const PracticeDatabase practice;
    auto pair = northPair();
    pair.computer = "BES-North";
    const auto failure = refusal(practice, pair, "run-1");
    CHECK(failure.id == "pair.same-computer");
    CHECK(failure.code == bes::ExitCode::sameComputer);
}

TEST_CASE("a computer with another standby is refused") {
    const PracticeDatabase practice;
    auto pair = northPair();
    pair.computer = "BES-EAST2";
    const auto failure = refusal(practice, pair, "run-1");
    CHECK(failure.id == "pair.computer-taken");
    CHECK(failure.code == bes::ExitCode::isStandbyOfAnother);
    CHECK(failure.why == "BES-EAST2 already has the standby BES-EAST-STANDBY of BES-EAST");
}

TEST_CASE("a computer with a primary is refused") {
    const PracticeDatabase practice;
    auto pair = northPair();
    pair.computer = "bes-trial";
    const auto failure = refusal(practice, pair, "run-1");
    CHECK(failure.id == "pair.computer-is-primary");
    CHECK(failure.code == bes::ExitCode::isPrimary);
}

TEST_CASE("a name that another server has is refused") {
    const PracticeDatabase practice;
    auto pair = northPair();
    pair.standby = "bes-trial";
    CHECK(refusal(practice, pair, "run-1").id == "pair.name-taken");
    REQUIRE(
        practice.open().reserve({.primary = "BES-TRIAL", .standby = "NEW", .computer = "bes-new"}, "run-2"));
    pair.standby = "new";
    CHECK(refusal(practice, pair, "run-1").id == "pair.name-taken");
}

TEST_CASE("a primary that does not exist, or is a standby, is refused") {
    const PracticeDatabase practice;
    auto pair = northPair();
    pair.primary = GENERATE("BES-NOWHERE", "BES-EAST-STANDBY");
    const auto failure = refusal(practice, pair, "run-1");
    CHECK(failure.id == "primary.unknown");
    CHECK(failure.code == bes::ExitCode::primaryUnknown);
}

TEST_CASE("releasing gives the primary free for the next run") {
    const PracticeDatabase practice;
    auto database = practice.open();
    REQUIRE(database.reserve(northPair(), "run-1"));
    REQUIRE(database.release("bes-north", "run-1"));
    CHECK(practice.rows(pairOfNorth).empty());
    CHECK(database.release("BES-NORTH", "run-1"));
    CHECK(database.reserve(northPair(), "run-2"));
}

TEST_CASE("releasing leaves what another run holds") {
    const PracticeDatabase practice;
    auto database = practice.open();
    REQUIRE(database.reserve(northPair(), "run-1"));
    CHECK(database.release("BES-NORTH", "run-2"));
    CHECK(practice.rows(pairOfNorth) == "BES-NORTH-standby|bes-north2|reserved|run-1\n");
}

TEST_CASE("releasing a registered standby of that run takes the standby back too") {
    const PracticeDatabase practice;
    auto database = practice.open();
    const std::string before = practice.rows("SELECT * FROM ServerConfig; SELECT * FROM BESPair");
    REQUIRE(database.reserve(northPair(), "run-1"));
    REQUIRE(database.registerStandby(northStandby(), "run-1"));
    REQUIRE(database.release("BES-NORTH", "run-1"));
    CHECK(practice.rows("SELECT * FROM ServerConfig; SELECT * FROM BESPair") == before);
}

TEST_CASE("a person can release the reservation of a dead run, but no installed standby") {
    const PracticeDatabase practice;
    auto database = practice.open();
    REQUIRE(database.reserve(northPair(), "run-1"));
    CHECK(database.releaseReservation("bes-north"));
    CHECK(practice.rows(pairOfNorth).empty());
    CHECK(database.releaseReservation("BES-NORTH"));

    const auto installed = database.releaseReservation("BES-EAST");
    REQUIRE_FALSE(installed);
    CHECK(installed.error().id == "pair.final");
    CHECK(practice.rows("SELECT State FROM BESPair") == "final\n");

    const auto unknown = database.releaseReservation("BES-NOWHERE");
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().id == "primary.unknown");
}

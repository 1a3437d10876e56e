// SPDX-License-Identifier: Apache-2.0
// Of several computers that begin at the same moment exactly one gets the primary.

#include <atomic>
#include <latch>
#include <memory>
#include <thread>

#include <catch2/catch.hpp>

#include "unit/database/other_process.hpp"
#include "unit/database/practice_database.hpp"

namespace {

constexpr int rounds = 50;
constexpr int won = 0;
constexpr int lost = 1;
constexpr int failedOtherwise = 2;

int race(const PracticeDatabase& practice, int runner) {
    auto pair = northPair();
    pair.standby += std::to_string(runner);
    pair.computer += std::to_string(runner);
    const auto reserved = practice.open().reserve(pair, "run-" + std::to_string(runner));
    if (reserved)
        return won;
    return reserved.error().id == "pair.standby-exists" ? lost : failedOtherwise;
}

} // namespace

TEST_CASE("of two processes that race for one primary exactly one wins, every time") {
    const PracticeDatabase practice;
    for (int round = 0; round < rounds; ++round) {
        int start[2];
        REQUIRE(pipe(start) == 0);
        const auto waitAndRace = [&](int runner) {
            close(start[1]);
            char end = 0;
            (void)!read(start[0], &end, 1); // returns when the last writing end is closed
            return race(practice, runner);
        };
        OtherProcess first([&] { return waitAndRace(1); });
        OtherProcess second([&] { return waitAndRace(2); });
        close(start[0]);
        close(start[1]);
        const int results = first.exitCode() * 10 + second.exitCode();
        CHECK((results == won * 10 + lost || results == lost * 10 + won));
        CHECK(practice.rows("SELECT count(*) FROM BESPair WHERE PrimaryId = 1") == "1\n");
        REQUIRE(practice.open().releaseReservation("BES-NORTH"));
    }
}

TEST_CASE("of eight threads that race for one primary exactly one wins, every time") {
    constexpr int runners = 8;
    const PracticeDatabase practice;
    for (int round = 0; round < rounds / 5; ++round) {
        std::atomic<int> winners = 0;
        std::atomic<int> losers = 0;
        std::latch start(runners);
        {
            std::vector<std::jthread> threads;
            threads.reserve(runners);
            for (int runner = 0; runner < runners; ++runner)
                threads.emplace_back([&, runner] {
                    start.arrive_and_wait();
                    const int result = race(practice, runner);
                    winners += result == won;
                    losers += result == lost;
                });
        }
        CHECK(winners == 1);
        CHECK(losers == runners - 1);
        REQUIRE(practice.open().releaseReservation("BES-NORTH"));
    }
}

TEST_CASE("of two primaries that race for one computer exactly one gets it") {
    const PracticeDatabase practice;
    for (int round = 0; round < rounds / 5; ++round) {
        std::atomic<int> winners = 0;
        std::latch start(2);
        {
            std::vector<std::jthread> threads;
            for (const std::string primary : {"BES-NORTH", "BES-TRIAL"})
                threads.emplace_back([&, primary] {
                    start.arrive_and_wait();
                    const bes::ReservePair pair{
                        .primary = primary, .standby = primary + "-standby", .computer = "bes-shared"};
                    winners += practice.open().reserve(pair, primary).has_value();
                });
        }
        CHECK(winners == 1);
        REQUIRE(practice.open().releaseReservation("BES-NORTH"));
        REQUIRE(practice.open().releaseReservation("BES-TRIAL"));
    }
}

TEST_CASE("installations for different primaries at the same time don't disturb each other") {
    const PracticeDatabase practice;
    std::atomic<int> disturbed = 0;
    const auto installAndUndo = [&](const std::string& primary, const std::string& computer) {
        auto standby = northStandby();
        standby.primary = primary;
        standby.standby = primary + "-standby";
        standby.computer = computer;
        auto database = practice.open();
        for (int round = 0; round < rounds / 5; ++round) {
            const bool done =
                database.reserve({.primary = primary, .standby = standby.standby, .computer = computer},
                                 primary) &&
                database.registerStandby(standby, primary) && database.release(primary, primary);
            disturbed += !done;
        }
    };
    {
        const std::jthread north(installAndUndo, "BES-NORTH", "bes-north2");
        const std::jthread trial(installAndUndo, "BES-TRIAL", "bes-trial2");
    }
    CHECK(disturbed == 0);
}

// SPDX-License-Identifier: Apache-2.0
// The file of a database: who may do what with it, and what stays in it.

#include <filesystem>

#include <catch2/catch.hpp>

#include "database/broken_rule.hpp"
#include "host/files.hpp"
#include "unit/database/other_process.hpp"
#include "unit/database/practice_database.hpp"
#include "unit/left_out.hpp"

namespace {

const std::string northKey = "7f3a-91c4-0be2-d85e-46a7-2c19-f0d3-8b65-e14f-5a92";

} // namespace

TEST_CASE("reading changes neither the file nor its folder") {
    const PracticeDatabase practice;
    const auto folder = practice.file().parent_path();
    const std::string before = practice.bytes();
    const auto folderTime = std::filesystem::last_write_time(folder);
    const auto fileTime = std::filesystem::last_write_time(practice.file());
    REQUIRE(practice.open().read());
    CHECK(practice.bytes() == before);
    CHECK(std::filesystem::last_write_time(folder) == folderTime);
    CHECK(std::filesystem::last_write_time(practice.file()) == fileTime);
}

TEST_CASE("a rule that is none of the pair's is named, without a value") {
    const PracticeDatabase practice;
    const auto [rule, named] = GENERATE(table<std::string, std::string>(
        {{"CREATE UNIQUE INDEX site ON ServerConfig (SRPPort) WHERE ServerName LIKE 'BES-NORTH%'",
          "(unique ServerConfig.SRPPort)"},
         {"CREATE TRIGGER site BEFORE INSERT ON ServerConfig BEGIN SELECT RAISE(ABORT, 'a standby needs a "
          "reservation'); END",
          "(a standby needs a reservation)"}}));
    auto database = practice.open();
    REQUIRE(database.reserve(northPair(), "run-1"));
    practice.run(rule);
    const auto registered = database.registerStandby(northStandby(), "run-1");
    REQUIRE_FALSE(registered);
    CHECK(registered.error().id == "database.query");
    CHECK_THAT(registered.error().why, Catch::Contains(named));
    CHECK_THAT(registered.error().why, !Catch::Contains(northKey));
}

TEST_CASE("of what SQLite says about a rule the names are told, of other triggers nothing") {
    using bes::database::brokenSqliteRule;
    const auto [words, named] = GENERATE(table<std::string, std::string>(
        {{"UNIQUE constraint failed: BESPair.PrimaryId", "unique BESPair.PrimaryId"},
         {"NOT NULL constraint failed: BESPair.Since", "empty column BESPair.Since"},
         {"CHECK constraint failed: Component <> ''", "check Component <> ''"},
         {"FOREIGN KEY constraint failed", "a reference to a row that does not exist"},
         {"sqlite3_statement_backend::loadOne: a pair keeps its members", "a pair keeps its members"},
         {"no row with 7f3a-91c4", ""},
         {"", ""}}));
    CHECK(brokenSqliteRule(words) == named);
}

TEST_CASE("an account that may only read can read, and is told why it can't write") {
    if (geteuid() != 0) {
        leftOut("only root can become another account");
        return;
    }
    const PracticeDatabase practice;
    std::filesystem::permissions(practice.file(), std::filesystem::perms(0644));
    OtherProcess reader([&] {
        if (!becomeOrdinaryAccount())
            return 10;
        auto database = practice.open();
        if (!database.read())
            return 11;
        const auto reserved = database.reserve(northPair(), "run-1");
        return !reserved && reserved.error().id == "database.connect" &&
                       reserved.error().why.find("ermission denied") != std::string::npos
                   ? 0
                   : 12;
    });
    CHECK(reader.exitCode() == 0);
}

TEST_CASE("a new database is for its owner only: keys stand in it") {
    const PracticeDatabase practice;
    const auto found = bes::host::status(practice.file());
    REQUIRE(found);
    REQUIRE(*found);
    CHECK((*found)->mode == 0600);
}

TEST_CASE("no copy of the key stays in the file when the standby is taken back") {
    const PracticeDatabase practice;
    auto database = practice.open();
    const auto copies = [&] {
        const std::string bytes = practice.bytes();
        int count = 0;
        for (auto at = bytes.find(northKey); at != std::string::npos; at = bytes.find(northKey, at + 1))
            ++count;
        return count;
    };
    REQUIRE(copies() == 1);
    REQUIRE(database.reserve(northPair(), "run-1"));
    REQUIRE(database.registerStandby(northStandby(), "run-1"));
    CHECK(copies() == 2);
    REQUIRE(database.release("BES-NORTH", "run-1"));
    CHECK(copies() == 1);
}

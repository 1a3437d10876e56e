// SPDX-License-Identifier: Apache-2.0
// The rules of a pair hold for every program that writes to the database, whether it knows them or not.

#include <catch2/catch.hpp>

#include "unit/database/practice_database.hpp"

namespace {

std::string server(const std::string& name, const std::string& computer, const std::string& role) {
    return "INSERT INTO ServerConfig (ServerName, MachineName, FullyQualifiedName, DominoServer, "
           "ProductVersion, Role, "
           "SRPIdentifier, SRPAuthenticationKey, SRPHost) VALUES ('" +
           name + "', '" + computer + "', '', '', '5.0', '" + role + "', 'S1', 'key', 'host')";
}

/// `primaryId` and `primaryComputer` as in primaries.sql.
std::string reservation(int primaryId, const std::string& primaryComputer, const std::string& standby,
                        const std::string& computer) {
    return "INSERT INTO BESPair (PrimaryId, PrimaryComputer, StandbyName, StandbyComputer, State, RunId, "
           "Since) VALUES (" +
           std::to_string(primaryId) + ", '" + primaryComputer + "', '" + standby + "', '" + computer +
           "', 'reserved', 'other', '')";
}

constexpr auto whoIsPaired =
    "SELECT PrimaryId, StandbyId, StandbyName, StandbyComputer, State FROM BESPair ORDER BY 1";

} // namespace

TEST_CASE("another program can reserve what is free") {
    const PracticeDatabase other;
    CHECK_FALSE(other.refuses(reservation(1, "bes-north", "NEW", "bes-new")));
    CHECK_FALSE(other.refuses(reservation(5, "bes-trial", "NEWER", "bes-newer")));
}

TEST_CASE("no program can break the rules of a pair") {
    const PracticeDatabase other;
    const std::string before = other.rows(whoIsPaired);
    const auto refused = [&](const std::string& sql) {
        INFO(sql);
        CHECK(other.refuses(sql));
        CHECK(other.rows(whoIsPaired) == before);
    };

    SECTION("one standby for each primary") {
        refused(reservation(2, "bes-east", "SECOND", "bes-second"));
    }
    SECTION("one primary for each standby") {
        refused(reservation(1, "bes-north", "bes-EAST-standby", "bes-new"));
        refused("UPDATE BESPair SET PrimaryId = 1, PrimaryComputer = 'bes-north'");
    }
    SECTION("one standby on each computer, however the name is spelt") {
        refused(reservation(1, "bes-north", "NEW", "BES-East2"));
    }
    SECTION("not on the primary's own computer, however the name is spelt") {
        refused(reservation(1, "bes-north", "NEW", "BES-NORTH"));
        refused(reservation(1, "somewhere-else", "NEW", "bes-north"));
        other.dropRulesOfPairs(); // the table holds this rule by itself too
        refused(reservation(1, "bes-north", "NEW", "BES-NORTH"));
    }
    SECTION("a primary is never a standby") {
        refused(reservation(1, "bes-north", "NEW", "bes-trial"));
        refused(reservation(1, "bes-north", "BES-TRIAL", "bes-new"));
        refused("UPDATE ServerConfig SET Role = 'standby' WHERE ServerName = 'BES-TRIAL'");
        refused(server("BES-TRIAL-standby", "bes-new", "standby"));
    }
    SECTION("a standby is never a primary") {
        refused(reservation(6, "bes-east2", "NEW", "bes-new"));
        refused(server("NEW", "bes-east2", "primary"));
        refused("UPDATE ServerConfig SET Role = 'primary' WHERE ServerName = 'BES-EAST-STANDBY'");
        refused("UPDATE ServerConfig SET MachineName = 'bes-east2' WHERE ServerName = 'BES-NORTH'");
    }
    SECTION("a pair needs servers that exist and keeps them") {
        refused(reservation(77, "bes-nowhere", "NEW", "bes-new"));
        refused("DELETE FROM ServerConfig WHERE ServerName = 'BES-EAST'");
        refused("DELETE FROM ServerConfig WHERE ServerName = 'BES-EAST-STANDBY'");
        refused("DELETE FROM BESPair");
    }
    SECTION("words that setup would not understand") {
        refused("UPDATE BESPair SET State = 'maybe'");
        refused("UPDATE BESPair SET State = 'reserved'");
        refused(server("NEW", "bes-new", "witness"));
        refused("UPDATE ServerConfig SET SRPPort = 'three'");
        refused("UPDATE ServerConfig SET SRPPort = 70000");
    }
    SECTION("names of servers and computers are unique, however they are spelt") {
        refused(server("bes-north", "bes-new", "primary"));
        refused(server("NEW", "BES-North", "primary"));
    }
}

TEST_CASE("a reserved computer can't become a primary while setup runs there") {
    const PracticeDatabase other;
    other.run(reservation(1, "bes-north", "NEW", "bes-new"));
    CHECK(other.refuses(server("ANOTHER", "BES-New", "primary")));
    CHECK(other.refuses(server("new", "bes-another", "primary")));
    CHECK(other.refuses("UPDATE ServerConfig SET MachineName = 'bes-new' WHERE ServerName = 'BES-TRIAL'"));
}

TEST_CASE("a pair becomes final only with the standby that it was reserved for") {
    const PracticeDatabase other;
    other.run(reservation(1, "bes-north", "NEW", "bes-new"));
    CHECK(other.refuses(server("OTHER", "bes-new", "standby")));
    CHECK(other.refuses(server("NEW", "bes-other", "standby")));
    CHECK(other.refuses("UPDATE BESPair SET State = 'final', StandbyId = 6 WHERE PrimaryId = 1"));
    CHECK(other.refuses("UPDATE BESPair SET State = 'final', StandbyId = 5 WHERE PrimaryId = 1"));
    CHECK(other.refuses("UPDATE BESPair SET State = 'final' WHERE PrimaryId = 1"));
    CHECK(other.refuses(
        "INSERT INTO BESPair (PrimaryId, PrimaryComputer, StandbyId, StandbyName, StandbyComputer, "
        "State, RunId, Since) VALUES (4, 'bes-old', 5, 'NEWER', 'bes-newer', 'final', 'other', '')"));
}

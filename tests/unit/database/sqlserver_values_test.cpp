// SPDX-License-Identifier: Apache-2.0
// Values go to the server and come from it as they are, by setup's own way to ODBC.

#include <catch2/catch.hpp>

#include <soci/soci.h>

#include "database/connection.hpp"
#include "database/odbc_error.hpp"
#include "unit/database/practice_database.hpp"

using namespace std::string_literals;
using bes::database::Access;
using bes::database::Connection;

namespace {

Connection connect(const PracticeDatabase& practice) {
    auto connection = Connection::open(
        {practice.address(), PracticeDatabase::password(), std::chrono::seconds(15)}, Access::write);
    if (!connection)
        throw std::runtime_error(connection.error().why);
    return std::move(*connection);
}

} // namespace

TEST_CASE("texts of every language and length, and numbers, come back as they went") {
    const PracticeDatabase practice;
    auto connection = connect(practice);
    for (const std::string& text :
         {""s, "Łódź"s, "😀"s, "עברית"s, "it's; {x} :y ?"s, std::string(450, 'n'), std::string(1023, 'n'),
          std::string(1024, 'n'), std::string(9000, 'n') + "ź"}) {
        std::string back = "other";
        const long long number = -9007199254740993;
        long long numberBack = 0;
        connection.sql() << "SELECT :text, :number", soci::use(text, "text"), soci::use(number, "number"),
            soci::into(back), soci::into(numberBack);
        CHECK(back == text);
        CHECK(numberBack == number);
    }
}

TEST_CASE("a parameter that stands twice is given once") {
    const PracticeDatabase practice;
    auto connection = connect(practice);
    const std::string value = "a";
    int count = 0;
    connection.sql() << "SELECT count(*) WHERE :v = 'a' AND :v <> 'b'", soci::use(value, "v"),
        soci::into(count);
    CHECK(count == 1);
}

TEST_CASE("no row, and a value that is not there, are told") {
    const PracticeDatabase practice;
    auto connection = connect(practice);
    std::string text = "as before";
    connection.sql() << "SELECT ServerName FROM ServerConfig WHERE Id = 77", soci::into(text);
    CHECK_FALSE(connection.sql().got_data());
    soci::indicator there = soci::i_ok;
    connection.sql() << "SELECT max(ServerName) FROM ServerConfig WHERE Id = 77", soci::into(text, there);
    CHECK(there == soci::i_null);
    CHECK_THROWS_AS(
        (connection.sql() << "SELECT max(ServerName) FROM ServerConfig WHERE Id = 77", soci::into(text)),
        soci::soci_error);
}

TEST_CASE("an error behind a result is an error") {
    const PracticeDatabase practice;
    auto connection = connect(practice);
    practice.server().follow(
        R"([{"at": "UPDATE BESPair", "errors": [[50000, "bes: no"], [3609, "ended"]]}])");
    CHECK_THROWS_AS(connection.sql() << "UPDATE BESPair SET Since = ''", bes::database::OdbcError);
}

TEST_CASE("a transaction that the server has taken back can be taken back") {
    const PracticeDatabase practice;
    auto connection = connect(practice);
    connection.sql().begin();
    practice.server().follow(
        R"([{"at": "ROLLBACK", "errors": [[3903, "The ROLLBACK TRANSACTION request has no corresponding BEGIN TRANSACTION."]]}])");
    CHECK_NOTHROW(connection.sql().rollback());
    practice.server().follow(
        R"([{"at": "COMMIT", "errors": [[3902, "The COMMIT TRANSACTION request has no corresponding BEGIN TRANSACTION."]]}])");
    CHECK_THROWS_AS(connection.sql().commit(), bes::database::OdbcError);
}

TEST_CASE("ten thousand rows come one by one") {
    const PracticeDatabase practice;
    auto connection = connect(practice);
    int number = 0;
    std::string name;
    soci::statement rows =
        (connection.sql().prepare << "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
                                     "WHERE i < 10000) SELECT i, 'BES-' || i FROM n",
         soci::into(number), soci::into(name));
    rows.execute();
    int count = 0;
    while (rows.fetch())
        REQUIRE(number == ++count);
    CHECK(count == 10000);
    CHECK(name == "BES-10000");
}

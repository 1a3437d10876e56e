// SPDX-License-Identifier: Apache-2.0
// What setup makes of texts for SQL Server, without one.

#include <catch2/catch.hpp>

#include "database/named_parameters.hpp"
#include "database/sqlserver_connecting.hpp"
#include "database/sqlserver_failure.hpp"
#include "database/sqlserver_script.hpp"
#include "database/tds_packets.hpp"
#include "text/utf16.hpp"

using namespace bes::database;
using namespace std::string_literals;

TEST_CASE("a server is written as administrators write it") {
    const auto [text, host, instance, port] = GENERATE(
        table<std::string, std::string, std::string, int>({{"db.example.com", "db.example.com", "", 1433},
                                                           {"db,50123", "db", "", 50123},
                                                           {"tcp:db, 1434", "db", "", 1434},
                                                           {"db\\BES", "db", "BES", 1433},
                                                           {"db\\BES,50123", "db", "", 50123},
                                                           {"192.0.2.7", "192.0.2.7", "", 1433}}));
    INFO(text);
    const auto place = sqlserverPlace(text, "database.server");
    REQUIRE(place);
    CHECK(place->host == host);
    CHECK(place->instance == instance);
    CHECK(place->port == port);
}

TEST_CASE("what is no place of a SQL Server is refused with its answer") {
    const std::string text = GENERATE("", ".", "(local)", "db,", "db,0", "db,70000", "db,x", "db\\", "a b",
                                      "np:db", "\\\\db\\pipe\\sql\\query", "db;UID=x", "{db}");
    INFO(text);
    const auto place = sqlserverPlace(text, "database.partner");
    REQUIRE_FALSE(place);
    CHECK(place.error().id == "database.connect");
    CHECK(place.error().answers.front().key == "database.partner");
}

TEST_CASE("the port of an instance is found in what SQL Server Browser says") {
    CHECK(portInAnswer(
              "\x05\x60\0ServerName;DB;InstanceName;BES;IsClustered;No;Version;9.00.1399.06;tcp;50123;;"s) ==
          50123);
    CHECK_FALSE(portInAnswer("\x05\x60\0ServerName;DB;InstanceName;BES;np;\\\\DB\\pipe;;"s));
    for (const std::string& other :
         {""s, "\x05"s, "\x04\x60\0;tcp;1;;"s, "\x05\x60\0;tcp;;;"s, "\x05\x60\0;tcp;70000;;"s})
        CHECK_FALSE(portInAnswer(other));
}

TEST_CASE("parameters with names become question marks, one for each place") {
    const auto statement = positioned("SELECT ':no', a FROM t WHERE a = :id AND b = :value OR c = :id");
    CHECK(statement.text == "SELECT ':no', a FROM t WHERE a = ? AND b = ? OR c = ?");
    CHECK(statement.names == std::vector<std::string>{"id", "value", "id"});
    CHECK(positioned("a :").text == "a :");
}

TEST_CASE("a script goes to the server in batches, for the schema that is wanted") {
    CHECK(batchesOf("a\nb\nGO\n\nc\nGO\n\n") == std::vector<std::string>{"a\nb\n", "\nc\n"});
    CHECK(batchesOf("a") == std::vector<std::string>{"a\n"});
    CHECK(inSchema("CREATE TABLE dbo.T; -- dbo", "dbo") == "CREATE TABLE dbo.T; -- dbo");
    CHECK(inSchema("CREATE TABLE dbo.T REFERENCES dbo.S", "bes]x") ==
          "CREATE TABLE [bes]]x].T REFERENCES [bes]]x].S");
}

TEST_CASE("texts of every language come through UTF-16 as they are") {
    for (const std::string& text : {""s, "BES"s, "Łódź"s, "עברית"s, "😀 \U0001F1F5"s, "\u07FF\u0800\uFFFF"s})
        CHECK(bes::utf8Of(bes::utf16Of(text)) == text);
    CHECK(bes::utf16Of("a\xFFz") == u"a\uFFFDz");
    CHECK(bes::utf16Of("\xC0\x80") == u"\uFFFD\uFFFD");
    CHECK(bes::utf16Of("\xED\xA0\x80") == u"\uFFFD");
}

TEST_CASE("what a server says first is taken only where it is right") {
    const std::string right = "\0\0\x0b\0\6\1\0\x11\0\1\xff\x0a\x32\x06\x40\0\0\3"s;
    const auto greeting = tdsGreeting(right);
    REQUIRE(greeting);
    CHECK(greeting->major == 10);
    CHECK(greeting->minor == 50);
    CHECK(greeting->build == 1600);
    CHECK(greeting->encryption == TdsEncryption::required);
    for (std::size_t size = 0; size < right.size(); ++size)
        CHECK_FALSE(tdsGreeting(std::string_view(right).substr(0, size)));
    CHECK_FALSE(tdsGreeting("HTTP/1.1 400 Bad Request\r\n"));
}

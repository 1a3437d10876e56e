// SPDX-License-Identifier: Apache-2.0
// Whoever may write to the database must not be able to write units of this computer with it.

#include <catch2/catch.hpp>

#include <sstream>

#include "database/connection.hpp"
#include "database/row_rules.hpp"
#include "text/acceptable.hpp"
#include "unit/database/hostile_server.hpp"
#include "unit/database/practice_database.hpp"

#ifdef BES_SANITIZE
/// Freed memory that the sanitizer keeps back is none that setup takes.
extern "C" const char*
__asan_default_options() { // NOLINT(bugprone-reserved-identifier): the sanitizer's name
    return "quarantine_size_mb=16";
}
#endif

using namespace bes;

namespace {

Failure failureOfReading(const PracticeDatabase& practice) {
    const auto contents = practice.open().read();
    REQUIRE_FALSE(contents);
    const Failure& failure = contents.error();
    CHECK(failure.code == ExitCode::database);
    CHECK_FALSE(wrongLine(failure.why));
    CHECK_FALSE(failure.remedy.empty());
    return failure;
}

std::string hexOf(const std::string& text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string hex;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        hex.append(1, digits[byte / 16U]).append(1, digits[byte % 16U]);
    }
    return hex;
}

/// As somebody could who made the file himself.
void withoutRules(const PracticeDatabase& practice, const std::string& sql) {
    std::string script = "PRAGMA ignore_check_constraints = ON; ";
    std::istringstream names(practice.rows("SELECT name FROM sqlite_schema WHERE type = 'trigger'"));
    for (std::string name; std::getline(names, name);)
        script += "DROP TRIGGER " + name + "; ";
    practice.run(script + sql);
}

} // namespace

TEST_CASE("a server's name with a line break is refused, with row, column and text") {
    const PracticeDatabase practice;
    practice.run("UPDATE ServerConfig SET ServerName = CAST(x'" + hexOf("BES01\nWants=debug-shell.service") +
                 "' AS TEXT) WHERE ServerName = 'BES-NORTH'");
    const Failure failure = failureOfReading(practice);
    CHECK(failure.id == "database.text");
    CHECK_THAT(failure.why, Catch::Contains("ServerName in the row with Id "));
    CHECK_THAT(failure.why, Catch::Contains("of ServerConfig contains a control character: "
                                            "\"BES01?Wants=debug-shell.service\""));
}

TEST_CASE("every text of every table is looked at") {
    const auto [name, column] =
        GENERATE(table<std::string, std::string>({{"ServerConfig", "MachineName"},
                                                  {"ServerConfig", "FullyQualifiedName"},
                                                  {"ServerConfig", "DominoServer"},
                                                  {"ServerConfig", "ProductVersion"},
                                                  {"ServerConfig", "SRPIdentifier"},
                                                  {"ServerConfig", "SRPHost"},
                                                  {"ServerAddress", "Address"},
                                                  {"ServerComponent", "Component"},
                                                  {"BESPair", "StandbyName"},
                                                  {"BESPair", "StandbyComputer"},
                                                  {"BESPair", "RunId"},
                                                  {"BESPair", "Since"}}));
    CAPTURE(name, column);
    const std::string text = GENERATE(as<std::string>(), "a\nb", "a\x1b[2Jb",
                                      "a\xC2\x9B"
                                      "31m",
                                      "a\xE2\x80\xAE"
                                      "b",
                                      "a\xFF", std::string(2000, 'a'));
    const PracticeDatabase practice;
    withoutRules(practice, "UPDATE " + name + " SET " + column + " = CAST(x'" + hexOf(text) +
                               "' AS TEXT) WHERE " + column + " = (SELECT min(" + column + ") FROM " + name +
                               ")");
    const Failure failure = failureOfReading(practice);
    CHECK(failure.id == "database.text");
    CHECK_THAT(failure.why, Catch::Contains(column));
}

TEST_CASE("numbers and words of the database are looked at before they are made smaller") {
    const PracticeDatabase practice;
    withoutRules(practice, "UPDATE ServerConfig SET SRPPort = 70000 WHERE "
                           "ServerName = 'BES-NORTH'");
    CHECK_THAT(failureOfReading(practice).why,
               Catch::Contains("SRPPort") && Catch::Contains("is not from 0 to 65535"));
    withoutRules(practice, "UPDATE ServerConfig SET SRPPort = 3101, Role = 'Primary' "
                           "WHERE ServerName = 'BES-NORTH'");
    CHECK_THAT(failureOfReading(practice).why,
               Catch::Contains("is neither primary nor standby: \"Primary\""));
}

TEST_CASE("the rows of a table have a limit") {
    database::RowRules rules("BESMgmt", "ServerConfig");
    for (std::size_t i = 0; i < database::mostServers; ++i)
        rules.begin("Id");
    CHECK(rules.judged());
    rules.begin("Id");
    REQUIRE_FALSE(rules.judged());
    CHECK(rules.judged().error().id == "database.too-long");
}

TEST_CASE("a crafted file takes neither much memory nor much time") {
    const PracticeDatabase practice;
    std::string id;
    SECTION("a text of 20 MB") {
        practice.run("UPDATE ServerConfig SET ServerName = printf('%.*c', 20000000, 'x') WHERE ServerName = "
                     "'BES-NORTH'");
        id = "database.too-long";
    }
    SECTION("a table that never ends") {
        practice.run(
            "DROP TABLE UserConfig; CREATE VIEW UserConfig AS WITH RECURSIVE n(i) AS (SELECT 1 UNION "
            "ALL SELECT i + 1 FROM n) SELECT i AS Id, i AS ServerConfigId FROM n");
        id = "database.busy";
    }
    const auto seen = measured([&] {
        auto connection = database::Connection::open(
            {practice.address(), Secret(), std::chrono::milliseconds(500)}, database::Access::read);
        if (!connection)
            return connection.error().id;
        const auto outcome = database::guarded(*connection, "", [&]() -> Result<void> {
            long long count = 0;
            std::string text;
            connection->sql() << "SELECT max(ServerName) FROM ServerConfig", soci::into(text);
            connection->sql() << "SELECT count(*) FROM UserConfig", soci::into(count);
            return {};
        });
        return outcome ? "no failure" : outcome.error().id;
    });
    WARN(seen.megabytes << " MiB, " << seen.seconds << " s");
    CHECK(seen.result == id);
    CHECK(seen.megabytes < 300);
    CHECK(seen.seconds < 30);
}

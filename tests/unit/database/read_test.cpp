// SPDX-License-Identifier: Apache-2.0
// What setup learns from the database, and that reading leaves no trace.

#include <catch2/catch.hpp>

#include "database/connection.hpp"
#include "unit/database/practice_database.hpp"

TEST_CASE("reading gives servers with components, users, addresses and SRP credentials without the key") {
    const PracticeDatabase practice;
    const auto contents = practice.open().read();
    REQUIRE(contents);
    CHECK(contents->schemaVersion == bes::database::currentSchemaVersion);
    REQUIRE(contents->servers.size() == 6);
    CHECK(std::ranges::is_sorted(contents->servers, {}, &bes::Server::name));

    const bes::Server* north = contents->findServer("BES-NORTH");
    REQUIRE(north);
    CHECK(north->computer == "bes-north");
    CHECK(north->fullyQualifiedName == "bes-north.example.org");
    CHECK(north->addresses == std::vector<std::string>{"192.0.2.11"});
    CHECK(north->dominoServer == "CN=Mail01/O=Acme");
    CHECK(north->version == "5.0");
    CHECK(north->role == bes::Role::primary);
    CHECK(north->users == 250);
    CHECK(north->components == std::vector<std::string>{"administration", "alert", "attachment", "controller",
                                                        "dispatcher", "mail-store", "mds-connection",
                                                        "messaging-agent", "policy", "router",
                                                        "synchronization"});
    CHECK(north->srp.identifier == "S12345678");
    CHECK(north->srp.host == "srp.practice.invalid");
    CHECK(north->srp.port == 3101);
    CHECK(north->srp.keyWellFormed);
    // printf %s KEY | sha256sum | cut -c -16
    CHECK(north->srp.keyFingerprint == "057f997ee1a85a40");

    CHECK(contents->findServer("BES-EAST-STANDBY")->role == bes::Role::standby);
    CHECK(contents->findServer("BES-TRIAL")->users == 0);
}

TEST_CASE("reading gives the pairs, reserved and final") {
    const PracticeDatabase practice;
    auto database = practice.open();
    REQUIRE(database.reserve(northPair(), "run-1"));
    const auto contents = database.read();
    REQUIRE(contents);
    REQUIRE(contents->pairs.size() == 2);
    CHECK(contents->pairs[0] == bes::Pair{.primary = "BES-EAST",
                                          .standby = "BES-EAST-STANDBY",
                                          .standbyComputer = "bes-east2",
                                          .state = bes::PairState::final,
                                          .run = "practice",
                                          .since = "2026-11-02T09:30:00Z"});
    CHECK(contents->pairs[1].state == bes::PairState::reserved);
    CHECK(contents->pairs[1].run == "run-1");
    CHECK(contents->pairs[1].since.size() == std::string("2026-11-02T09:30:00Z").size());
}

TEST_CASE("a key is well formed when it has ten groups of four hexadecimal digits") {
    const PracticeDatabase practice;
    const std::string good = "7F3A-91c4-0be2-d85e-46a7-2c19-f0d3-8b65-e14f-5a92";
    const auto [key, expected] = GENERATE_COPY(table<std::string, bool>({
        {good, true},
        {"", false},
        {good.substr(1), false},
        {good + "a", false},
        {"g" + good.substr(1), false},
        {"7F3A091c4-0be2-d85e-46a7-2c19-f0d3-8b65-e14f-5a92", false},
        {"7f3a91c40be2d85e46a72c19f0d38b65e14f5a92", false},
    }));
    practice.run("UPDATE ServerConfig SET SRPAuthenticationKey = '" + key + "' WHERE Id = 1");
    const auto contents = practice.open().read();
    REQUIRE(contents);
    INFO(key);
    CHECK(contents->findServer("BES-NORTH")->srp.keyWellFormed == expected);
    CHECK(contents->findServer("BES-NORTH")->srp.keyFingerprint.empty() == key.empty());
}

TEST_CASE("a connection for reading can't write, whoever runs setup") {
    const PracticeDatabase practice;
    auto connection = bes::database::Connection::open(
        {practice.address(), practice.password(), bes::database::usualPatience}, bes::database::Access::read);
    REQUIRE(connection);
    const auto deleted = bes::database::guarded(*connection, "deleting", [&]() -> bes::Result<void> {
        connection->sql() << "DELETE FROM UserConfig";
        return {};
    });
    REQUIRE_FALSE(deleted);
    CHECK(deleted.error().id == PracticeDatabase::readOnlyFailure);
    CHECK(practice.rows("SELECT count(*) FROM UserConfig") == "250\n");
}

namespace {

#ifdef BES_PRACTICE_SQLSERVER
constexpr auto manyServers =
    "SET IDENTITY_INSERT ServerConfig ON;"
    "WITH Number (N) AS (SELECT 1000 UNION ALL SELECT N + 1 FROM Number WHERE N < 10993) "
    "INSERT INTO ServerConfig (Id, ServerName, MachineName, FullyQualifiedName, DominoServer, "
    "ProductVersion, "
    "Role, SRPIdentifier, SRPAuthenticationKey, SRPHost) SELECT N, 'BES-' + CAST(N AS nvarchar(9)), "
    "'bes-' + CAST(N AS nvarchar(9)), '', '', '5.0', 'primary', 'S' + CAST(N AS nvarchar(9)), "
    "'7f3a-91c4-0be2-d85e-46a7-2c19-f0d3-8b65-e14f-5a92', '' FROM Number OPTION (MAXRECURSION 0);"
    "SET IDENTITY_INSERT ServerConfig OFF;"
    "INSERT INTO ServerAddress SELECT Id, '198.51.100.1' FROM ServerConfig;"
    "INSERT INTO ServerComponent SELECT Id, Name FROM ServerConfig CROSS JOIN (SELECT 'a' AS Name UNION "
    "ALL SELECT 'b' UNION ALL SELECT 'c' UNION ALL SELECT 'd' UNION ALL SELECT 'e' UNION ALL SELECT 'f' "
    "UNION ALL SELECT 'g' UNION ALL SELECT 'h' UNION ALL SELECT 'i' UNION ALL SELECT 'j' UNION ALL SELECT "
    "'router') Component WHERE Id >= 1000;"
    "WITH Number (N) AS (SELECT 0 UNION ALL SELECT N + 1 FROM Number WHERE N < 99399) "
    "INSERT INTO UserConfig (ServerConfigId, DisplayName) SELECT 1000 + N / 10, 'User ' + CAST(N AS "
    "nvarchar(9)) FROM "
    "Number OPTION (MAXRECURSION 0);";
#else
constexpr auto manyServers =
    "WITH RECURSIVE Number (N) AS (SELECT 1000 UNION ALL SELECT N + 1 FROM Number WHERE N < 10993) "
    "INSERT INTO ServerConfig (Id, ServerName, MachineName, FullyQualifiedName, DominoServer, "
    "ProductVersion, "
    "Role, SRPIdentifier, SRPAuthenticationKey, SRPHost) SELECT N, 'BES-' || N, 'bes-' || N, '', "
    "'', '5.0', "
    "'primary', 'S' || N, '7f3a-91c4-0be2-d85e-46a7-2c19-f0d3-8b65-e14f-5a92', '' FROM Number;"
    "INSERT INTO ServerAddress SELECT Id, '198.51.100.1' FROM ServerConfig;"
    "INSERT INTO ServerComponent SELECT Id, Name FROM ServerConfig CROSS JOIN (SELECT 'a' AS Name UNION "
    "ALL SELECT 'b' UNION ALL SELECT 'c' UNION ALL SELECT 'd' UNION ALL SELECT 'e' UNION ALL SELECT 'f' "
    "UNION ALL SELECT 'g' UNION ALL SELECT 'h' UNION ALL SELECT 'i' UNION ALL SELECT 'j' UNION ALL SELECT "
    "'router') Component WHERE Id >= 1000;"
    "WITH RECURSIVE Number (N) AS (SELECT 0 UNION ALL SELECT N + 1 FROM Number WHERE N < 99399) "
    "INSERT INTO UserConfig (ServerConfigId, DisplayName) SELECT 1000 + N / 10, 'User ' || N FROM "
    "Number;";
#endif

} // namespace

TEST_CASE("a database of ten thousand servers and a hundred thousand users is read whole") {
    const PracticeDatabase practice;
    practice.run(manyServers);
    const auto contents = practice.open().read();
    REQUIRE(contents);
    CHECK(contents->servers.size() == 10000);
    CHECK(contents->findServer("BES-5000")->users == 10);
    const std::vector<std::string> eleven{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "router"};
    CHECK(contents->findServer("BES-5000")->components == eleven);
}

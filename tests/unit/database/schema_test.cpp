// SPDX-License-Identifier: Apache-2.0
// Making a database and bringing an older one up to date.

#include <filesystem>

#include <catch2/catch.hpp>

#include "answers/answers.hpp"
#include "answers/typed_remedy.hpp"
#include "places_of_tests.hpp"
#include "unit/database/practice_database.hpp"

using bes::database::ConfigurationDatabase;
using bes::database::currentSchemaVersion;

namespace {

constexpr auto whole = "SELECT type, name, sql FROM sqlite_schema ORDER BY name";

bes::DatabaseAddress at(const std::filesystem::path& location) {
    bes::DatabaseAddress address;
    address.location = location.string();
    return address;
}

/// A database as the first version of the schema had it, with one primary, its reservation and a user.
void makeSchema1(const std::filesystem::path& file) {
    RawSqlite old(file);
    old.runFile(BES_SOURCE_DIR "/resources/schema/sqlite/0001.sql");
    old.run(
        "INSERT INTO ServerConfig (Id, ServerName, MachineName, FullyQualifiedName, Addresses, DominoServer, "
        "ProductVersion, Role, SRPIdentifier, SRPAuthenticationKey, SRPHost) VALUES "
        "(1, 'BES-NORTH', 'bes-north', 'bes-north.example.org', '192.0.2.11, 2001:db8::11,192.0.2.11', "
        "'CN=Mail01/O=Acme', '5.0', 'primary', 'S12345678', 'k', 'srp.practice.invalid'), "
        "(2, 'BES-BARE', 'bes-bare', '', '', '', '5.0', 'primary', 'S2', 'k', '');"
        "INSERT INTO UserConfig (ServerConfigId, DisplayName) VALUES (1, 'Practice User');"
        "INSERT INTO BESPair (PrimaryId, PrimaryComputer, StandbyName, StandbyComputer, State, RunId, Since) "
        "VALUES (1, 'bes-north', 'NEW', 'bes-new', 'reserved', 'run-1', '2026-11-02T09:30:00Z');");
}

} // namespace

TEST_CASE("a new database has the current schema and no servers") {
    const TemporaryFolder folder;
    const auto address = at(folder.path() / "new.db");
    REQUIRE(ConfigurationDatabase::create(address, bes::Secret()));
    auto database = ConfigurationDatabase::open(address, bes::Secret());
    REQUIRE(database);
    CHECK(database->read() ==
          bes::DatabaseContents{.schemaVersion = currentSchemaVersion, .servers = {}, .pairs = {}});
}

TEST_CASE("an empty file, as an interrupted creation leaves it, is no obstacle") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "new.db";
    std::ofstream(file).close();
    CHECK(ConfigurationDatabase::create(at(file), bes::Secret()));
    CHECK(ConfigurationDatabase::open(at(file), bes::Secret()));
}

TEST_CASE("what exists is not created again") {
    const PracticeDatabase practice;
    const std::string before = practice.bytes();
    const auto created = ConfigurationDatabase::create(practice.address(), bes::Secret());
    REQUIRE_FALSE(created);
    CHECK(created.error().id == "database.exists");
    CHECK(practice.bytes() == before);
    const auto folder = ConfigurationDatabase::create(at(practice.file().parent_path()), bes::Secret());
    REQUIRE_FALSE(folder);
    CHECK(folder.error().id == "database.exists");
}

TEST_CASE("a database can't be made in a folder that does not exist") {
    const TemporaryFolder folder;
    const auto created = ConfigurationDatabase::create(at(folder.path() / "none" / "new.db"), bes::Secret());
    REQUIRE_FALSE(created);
    CHECK(created.error().id == "database.connect");
    CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("an older database is refused until it is upgraded, with the command to do so") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "the old one's.db";
    makeSchema1(file);
    const auto refused = ConfigurationDatabase::open(at(file), bes::Secret());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().id == "database.schema");
    CHECK(refused.error().why == file.string() + " has schema 1, this version of setup supports schema " +
                                     std::to_string(currentSchemaVersion));
    const std::string typed = bes::answers::quotedForShell(file.string());
    CHECK_THAT(bes::answers::typedRemedy(refused.error()),
               Catch::Contains(": bes-standby-setup database upgrade --database.location " + typed));

    CHECK(ConfigurationDatabase::upgrade(at(file), bes::Secret()) == 1);
    CHECK(ConfigurationDatabase::open(at(file), bes::Secret()));
    CHECK(ConfigurationDatabase::upgrade(at(file), bes::Secret()) == currentSchemaVersion);
}

TEST_CASE("an upgraded database has the same schema as a new one") {
    const TemporaryFolder folder;
    makeSchema1(folder.path() / "old.db");
    REQUIRE(ConfigurationDatabase::upgrade(at(folder.path() / "old.db"), bes::Secret()));
    REQUIRE(ConfigurationDatabase::create(at(folder.path() / "new.db"), bes::Secret()));
    CHECK(RawSqlite(folder.path() / "old.db").rows(whole) == RawSqlite(folder.path() / "new.db").rows(whole));
}

TEST_CASE("an upgrade keeps what the older database held") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "old.db";
    makeSchema1(file);
    REQUIRE(ConfigurationDatabase::upgrade(at(file), bes::Secret()));
    const auto contents = ConfigurationDatabase::open(at(file), bes::Secret())->read();
    REQUIRE(contents);
    const bes::Server* north = contents->findServer("BES-NORTH");
    REQUIRE(north);
    CHECK(north->addresses == std::vector<std::string>{"192.0.2.11", "2001:db8::11"});
    CHECK(north->fullyQualifiedName == "bes-north.example.org");
    CHECK(north->users == 1);
    CHECK(contents->findServer("BES-BARE")->addresses.empty());
    REQUIRE(contents->pairs.size() == 1);
    CHECK(contents->pairs[0].run == "run-1");
    CHECK(RawSqlite(file).rows("PRAGMA integrity_check; PRAGMA foreign_key_check") == "ok\n");
}

TEST_CASE("an upgrade that fails leaves the older database as it was") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "old.db";
    makeSchema1(file);
    // the last statements of the migration meet something that is in their way
    RawSqlite(file).run("ALTER TABLE UserConfig ADD COLUMN StateDatabasePath TEXT");
    const std::string before = RawSqlite(file).rows(whole);
    const auto upgraded = ConfigurationDatabase::upgrade(at(file), bes::Secret());
    REQUIRE_FALSE(upgraded);
    CHECK(upgraded.error().id == "database.query");
    CHECK_THAT(upgraded.error().why, Catch::Contains("duplicate column name: StateDatabasePath"));
    CHECK(RawSqlite(file).rows(whole) == before);
    CHECK(RawSqlite(file).rows("SELECT Addresses FROM ServerConfig WHERE Id = 1") ==
          "192.0.2.11, 2001:db8::11,192.0.2.11\n");
}

TEST_CASE("a database of a newer setup is refused and not upgraded") {
    const PracticeDatabase practice;
    RawSqlite(practice.file()).run("INSERT INTO SchemaVersion VALUES (99, '2030-01-01T00:00:00Z')");
    const std::string before = practice.bytes();
    const auto opened = ConfigurationDatabase::open(practice.address(), bes::Secret());
    REQUIRE_FALSE(opened);
    CHECK(opened.error().id == "database.schema");
    CHECK_THAT(opened.error().why, Catch::Contains("has schema 99"));
    CHECK_THAT(opened.error().remedy, Catch::Contains("newer version of setup"));
    CHECK_FALSE(ConfigurationDatabase::upgrade(practice.address(), bes::Secret()));
    CHECK(practice.bytes() == before);
}

TEST_CASE("a database that is upgraded while setup runs is not written with older ideas") {
    const PracticeDatabase practice;
    auto database = practice.open();
    RawSqlite(practice.file()).run("INSERT INTO SchemaVersion VALUES (99, '2030-01-01T00:00:00Z')");
    const auto reserved = database.reserve(northPair(), "run-1");
    REQUIRE_FALSE(reserved);
    CHECK(reserved.error().id == "database.schema");
}

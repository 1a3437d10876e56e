// SPDX-License-Identifier: Apache-2.0
// Everything of a SQLite file comes into an empty database of this system, and everything of a database of
// this system into a new file.

#include <algorithm>
#include <array>

#include <catch2/catch.hpp>

#include "places_of_tests.hpp"
#include "unit/database/practice_database.hpp"
#include "unit/database/raw_sqlite.hpp"
#include "unit/temporary_folder.hpp"

using bes::database::ConfigurationDatabase;
using bes::database::CopiedRows;
using Catch::Contains;

namespace {

constexpr std::array queries{
    "SELECT Id, ServerName, MachineName, FullyQualifiedName, DominoServer, ProductVersion, Role, "
    "SRPIdentifier, SRPAuthenticationKey, SRPHost, SRPPort, COALESCE(ActsAs, '-') FROM ServerConfig ORDER BY "
    "Id",
    "SELECT PrimaryId, PrimaryComputer, COALESCE(StandbyId, 0), StandbyName, StandbyComputer, State, RunId, "
    "Since FROM BESPair ORDER BY PrimaryId",
    "SELECT ServerConfigId, count(*), min(Address), max(Address) FROM ServerAddress GROUP BY ServerConfigId "
    "ORDER BY ServerConfigId",
    "SELECT ServerConfigId, count(*), min(Component) FROM ServerComponent GROUP BY ServerConfigId ORDER BY "
    "ServerConfigId",
    "SELECT Id, ServerConfigId, DisplayName, MailboxSMTPAddr, MailboxDN, StateDatabasePath FROM UserConfig "
    "ORDER BY Id",
};

template<class Database>
std::string everything(const Database& database) {
    std::string text;
    for (const char* query : queries)
        text += database.rows(query) + "\n";
    return text;
}

/// A file somewhere.
struct FileAt {
    std::string location;

    [[nodiscard]] std::string rows(const std::string& sql) const { return RawSqlite(location).rows(sql); }
};

/// A file with the practice site, and what a site of several years has besides.
class File {
public:
    File() {
        REQUIRE(ConfigurationDatabase::create(address(), bes::Secret()));
        RawSqlite raw(address().location);
        raw.runFile(BES_PRIMARIES_SQL);
        raw.run("UPDATE ServerConfig SET ActsAs = 'standby' WHERE Id = 2;"
                "UPDATE ServerConfig SET ActsAs = 'primary' WHERE Id = 6;"
                "INSERT INTO ServerConfig (Id, ServerName, MachineName, FullyQualifiedName, DominoServer, "
                "ProductVersion, Role, SRPIdentifier, SRPAuthenticationKey, SRPHost) VALUES "
                "(5000000000, 'BES-Łódź 🦔 שלום', 'bes-far', '', '', '5.0', 'primary', '', '', '');"
                "INSERT INTO UserConfig (Id, ServerConfigId, DisplayName) VALUES (9000000000, 5000000000, "
                "'Ünïcödé ''quoted'' :name ?')");
    }

    [[nodiscard]] bes::DatabaseAddress address() const {
        bes::DatabaseAddress address;
        address.location = (folder_.path() / "site.db").string();
        return address;
    }
    [[nodiscard]] std::string rows(const std::string& sql) const {
        return RawSqlite(address().location).rows(sql);
    }
    void run(const std::string& sql) const { RawSqlite(address().location).run(sql); }

private:
    TemporaryFolder folder_;
};

/// The systems differ in how they sort names.
bes::DatabaseContents contentsOf(const bes::DatabaseAddress& address, const bes::Secret& password) {
    auto database = ConfigurationDatabase::open(address, password);
    REQUIRE(database);
    auto contents = database->read();
    REQUIRE(contents);
    std::ranges::sort(contents->servers, {}, &bes::Server::id);
    return std::move(*contents);
}

bes::Result<std::vector<CopiedRows>> copied(const File& from, const EmptyDatabase& to) {
    auto done = ConfigurationDatabase::copy(from.address(), bes::Secret(), to.address(), to.password());
    if (!done)
        UNSCOPED_INFO(done.error().id << ": " << done.error().what << ": " << done.error().why);
    return done;
}

} // namespace

TEST_CASE("everything of a file comes into an empty database, which is one to work with") {
    const File file;
    const EmptyDatabase empty;
    const std::string before = everything(file);
    const auto rows = copied(file, empty);
    REQUIRE(rows);
    CHECK(*rows == std::vector<CopiedRows>{
                       {"ServerConfig", 7},
                       {"BESPair", 1},
                       {"ServerAddress", std::stoi(file.rows("SELECT count(*) FROM ServerAddress"))},
                       {"ServerComponent", std::stoi(file.rows("SELECT count(*) FROM ServerComponent"))},
                       {"UserConfig", std::stoi(file.rows("SELECT count(*) FROM UserConfig"))}});
    CHECK(everything(empty) == before);
    CHECK(everything(file) == before);
    auto opened = ConfigurationDatabase::open(empty.address(), empty.password());
    REQUIRE(opened);
    CHECK(contentsOf(empty.address(), empty.password()) == contentsOf(file.address(), bes::Secret()));
    CHECK(opened->reserve(northPair(), "run-1"));
    CHECK(opened->registerStandby(northStandby(), "run-1"));
}

TEST_CASE("everything of a database comes into a new file") {
    const PracticeDatabase practice;
    REQUIRE(practice.open().reserve(northPair(), "run-1"));
    const TemporaryFolder folder;
    bes::DatabaseAddress file;
    file.location = (folder.path() / "new.db").string();
    const auto rows =
        ConfigurationDatabase::copy(practice.address(), practice.password(), file, bes::Secret());
    REQUIRE(rows);
    CHECK(everything(FileAt{file.location}) == everything(practice));
    CHECK(ConfigurationDatabase::open(file, bes::Secret())->read() == practice.open().read());
}

TEST_CASE("many users, whose ids have gaps, are copied part by part") {
    const File file;
    file.run(
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2500) "
        "INSERT INTO UserConfig (Id, ServerConfigId, DisplayName) SELECT 100000 + i * i, 1, 'User ' || i "
        "FROM n");
    const EmptyDatabase empty;
    REQUIRE(copied(file, empty));
    CHECK(everything(empty) == everything(file));
}

TEST_CASE("what has tables is not copied into, and stays as it is") {
    const File file;
    const PracticeDatabase practice;
    const std::string before = practice.content();
    const auto done =
        ConfigurationDatabase::copy(file.address(), bes::Secret(), practice.address(), practice.password());
    REQUIRE_FALSE(done);
    CHECK(done.error().id == "database.exists");
    CHECK(practice.content() == before);
}

TEST_CASE("a row that breaks a rule ends the copy, and nothing is left of it") {
    const File file;
    RawSqlite(file.address().location)
        .run("PRAGMA foreign_keys = OFF; DROP TRIGGER ServerConfig_standby_needs_reservation; "
             "INSERT INTO ServerConfig (ServerName, MachineName, FullyQualifiedName, DominoServer, "
             "ProductVersion, Role, SRPIdentifier, SRPAuthenticationKey, SRPHost) VALUES "
             "('ALONE', 'alone', '', '', '5.0', 'standby', 'S1', 'key-of-alone', 'h')");
    const EmptyDatabase empty;
    const auto done = copied(file, empty);
    REQUIRE_FALSE(done);
    CHECK(done.error().id == "database.query");
    CHECK_THAT(done.error().what + done.error().why, Contains("was not copied") && !Contains("key-of-alone"));
    CHECK(ConfigurationDatabase::create(empty.address(), empty.password())); // it is empty still
}

TEST_CASE("what is no configuration database is not copied") {
    const TemporaryFolder folder;
    bes::DatabaseAddress none;
    none.location = (folder.path() / "none.db").string();
    const EmptyDatabase empty;
    const auto done = ConfigurationDatabase::copy(none, bes::Secret(), empty.address(), empty.password());
    REQUIRE_FALSE(done);
    CHECK(done.error().id == "database.connect");
    CHECK(ConfigurationDatabase::create(empty.address(), empty.password()));
}

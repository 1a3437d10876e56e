// SPDX-License-Identifier: Apache-2.0
// A copy into SQL Server that does not arrive as it was sent, and one whose end nobody has told. Creation and
// upgrade end in the same way.

#include <catch2/catch.hpp>

#include "places_of_tests.hpp"
#include "unit/database/practice_database.hpp"

using bes::database::ConfigurationDatabase;
using Catch::Contains;

namespace {

class File {
public:
    File() {
        REQUIRE(ConfigurationDatabase::create(address(), bes::Secret()));
        RawSqlite(address().location).runFile(BES_PRIMARIES_SQL);
    }
    [[nodiscard]] bes::DatabaseAddress address() const {
        bes::DatabaseAddress address;
        address.location = (folder_.path() / "site.db").string();
        return address;
    }

private:
    TemporaryFolder folder_;
};

auto copied(const File& from, const EmptyDatabase& to) {
    return ConfigurationDatabase::copy(from.address(), bes::Secret(), to.address(),
                                       EmptyDatabase::password());
}

} // namespace

TEST_CASE("a row that is otherwise in the copy is found, and nothing stays") {
    const File file;
    const EmptyDatabase empty;
    SECTION("a value") {
        empty.server().follow(
            R"([{"at": "SELECT ServerConfigId, Address FROM ServerAddress", "rows": {"names": ["a", "b"], "rows": [[1, "7f3a"]]}}])");
    }
    SECTION("a row too many, beyond all others") {
        empty.server().follow(
            R"([{"at": "SELECT count(*) FROM UserConfig", "rows": {"names": ["n"], "rows": [[251]]}}])");
    }
    const auto done = copied(file, empty);
    REQUIRE_FALSE(done);
    CHECK(done.error().id == "database.copy");
    INFO(done.error().why);
    CHECK_THAT(done.error().why, Contains("ServerAddress") || Contains("251 rows instead of 250"));
    CHECK_THAT(done.error().why, !Contains("7f3a"));
    empty.server().follow("[]");
    CHECK(copied(file, empty)); // it was empty
}

TEST_CASE("whether a copy was made is looked up where the connection ended in its commit") {
    const File file;
    const EmptyDatabase empty;
    SECTION("it was") {
        empty.server().follow(R"([{"at": "COMMIT TRANSACTION", "times": 1, "cut": "after"}])");
        REQUIRE(copied(file, empty));
        CHECK(empty.rows("SELECT count(*) FROM ServerConfig") == "6\n");
    }
    SECTION("it was not") {
        empty.server().follow(R"([{"at": "COMMIT TRANSACTION", "times": 1, "cut": "before"}])");
        const auto done = copied(file, empty);
        REQUIRE_FALSE(done);
        CHECK(done.error().id == "database.lost");
        CHECK(copied(file, empty)); // nothing stayed
    }
}

TEST_CASE("whether tables were made is looked up where the connection ended in the commit") {
    const EmptyDatabase empty;
    const std::string cut = GENERATE("before", "after");
    INFO(cut);
    empty.server().follow(R"([{"at": "COMMIT TRANSACTION", "times": 1, "cut": ")" + cut + R"("}])");
    CHECK(ConfigurationDatabase::create(empty.address(), EmptyDatabase::password()));
    CHECK(ConfigurationDatabase::open(empty.address(), EmptyDatabase::password()));
    CHECK(empty.rows("SELECT count(*) FROM SchemaVersion WHERE Version = 3") == "1\n");
}

TEST_CASE("a server that goes away in the commit of a creation leaves it open, and that is told") {
    const EmptyDatabase empty;
    empty.server().follow(
        R"([{"at": "COMMIT TRANSACTION", "cut": "after"}, {"at": "login", "skip": 1, "cut": "before"}])");
    const auto created = ConfigurationDatabase::create(empty.address(), EmptyDatabase::password());
    REQUIRE_FALSE(created);
    CHECK_THAT(created.error().why, Contains("could not be looked up"));
}

TEST_CASE("whether a schema was upgraded is looked up where the connection ended in the commit") {
    const PracticeDatabase practice;
    // an older schema, of which the stand-in needs no tables; what would upgrade it does nothing there
    practice.run("DELETE FROM SchemaVersion WHERE Version = 3");
    const std::string cut = GENERATE("before", "after");
    INFO(cut);
    practice.server().follow(
        R"([{"at": "CREATE TABLE dbo.SchemaVersion", "rows": {"names": [], "rows": []}},
            {"at": "COMMIT TRANSACTION", "times": 1, "cut": ")" +
        cut + R"("}])");
    CHECK(ConfigurationDatabase::upgrade(practice.address(), PracticeDatabase::password()) == 2);
    CHECK_THAT(practice.server().log(), Contains("CREATE TABLE dbo.SchemaVersion"));
}

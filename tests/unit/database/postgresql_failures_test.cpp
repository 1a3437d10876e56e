// SPDX-License-Identifier: Apache-2.0
// Each thing that can be wrong with a server is told apart, with what to do; nothing shows the password.

#include <catch2/catch.hpp>

#include <cstdlib>

#include "answers/typed_remedy.hpp"
#include "database/broken_rule.hpp"
#include "unit/database/practice_database.hpp"

using bes::database::ConfigurationDatabase;

namespace {

bes::Failure failureOf(const bes::Result<ConfigurationDatabase>& opened) {
    REQUIRE_FALSE(opened);
    const bes::Failure& failure = opened.error();
    INFO(failure.why);
    CHECK(failure.code == bes::ExitCode::database);
    CHECK_FALSE(failure.remedy.empty());
    CHECK_THAT(failure.what + failure.why + bes::answers::typedRemedy(failure),
               !Catch::Contains("pass word"));
    CHECK_THAT(failure.why, !Catch::Contains("\n"));
    return failure;
}

bes::Failure openFailure(const bes::DatabaseAddress& address,
                         const bes::Secret& password = PracticeDatabase::password()) {
    return failureOf(ConfigurationDatabase::open(address, password));
}

} // namespace

TEST_CASE("a wrong password is told") {
    const PracticeDatabase practice;
    const auto failure = openFailure(practice.address(), bes::Secret("pass word of somebody else"));
    CHECK(failure.id == "database.login");
    CHECK_THAT(failure.why, Catch::Contains("password authentication failed for user \"besadmin\""));
    CHECK_THAT(bes::answers::typedRemedy(failure), Catch::Contains("--database.password"));
}

TEST_CASE("a password that is missing is told, whatever the account's files and variables say") {
    const PracticeDatabase practice;
    setenv("PGPASSWORD", PostgresqlServer::password, 1);
    const auto failure = openFailure(practice.address(), bes::Secret());
    unsetenv("PGPASSWORD");
    CHECK(failure.id == "database.login");
    CHECK_THAT(bes::answers::typedRemedy(failure),
               Catch::Contains("Enter the password (--database.password SECRET)"));
}

TEST_CASE("an account that the server does not take is told") {
    const PracticeDatabase practice;
    auto address = practice.address();
    address.user = "stranger";
    const auto failure = openFailure(address, bes::Secret("x"));
    CHECK(failure.id == "database.login");
    CHECK_THAT(failure.remedy, Catch::Contains("pg_hba.conf"));
}

TEST_CASE("a database that does not exist is told") {
    const PracticeDatabase practice;
    auto address = practice.address();
    address.name = "no'thing \\ here";
    const auto failure = openFailure(address);
    CHECK(failure.id == "database.connect");
    CHECK_THAT(failure.why, Catch::Contains("database \"no'thing \\ here\" does not exist"));
    CHECK_THAT(bes::answers::typedRemedy(failure), Catch::Contains("--database.name"));
}

TEST_CASE("a server that does not exist, or is none, is told") {
    const PracticeDatabase practice;
    auto address = practice.address();
    SECTION("no computer has the name") {
        address.server = "db.practice.invalid";
        CHECK_THAT(openFailure(address).why, Catch::Contains("the server db.practice.invalid was not found"));
    }
    SECTION("nobody listens") {
        address.port = 1;
        CHECK_THAT(openFailure(address).why, Catch::Contains("localhost:1: Connection refused"));
    }
    SECTION("the socket is not there") {
        address.server = "/nowhere";
        CHECK_THAT(openFailure(address).remedy, Catch::Contains("unix_socket_directories"));
    }
    SECTION("several") {
        address.server = "localhost,localhost";
        CHECK_THAT(openFailure(address).why, Catch::Contains("is not the name of one server"));
    }
    SECTION("is not given") {
        address.name.clear();
    }
    CHECK(openFailure(address).id == "database.connect");
}

TEST_CASE("a database without tables is told, with the way to make them; then it can be used") {
    auto& server = PostgresqlServer::shared();
    server.raw().run("DROP DATABASE IF EXISTS empty; ");
    server.raw().run("CREATE DATABASE empty OWNER besadmin");
    auto address = PracticeDatabase().address();
    address.name = "empty";
    const auto failure = openFailure(address);
    CHECK(failure.id == "database.schema");
    CHECK_THAT(failure.why, Catch::EndsWith("is empty"));
    CHECK_THAT(bes::answers::typedRemedy(failure),
               Catch::Contains("database create --database.backend postgresql"));
    REQUIRE(ConfigurationDatabase::create(address, PracticeDatabase::password()));
    CHECK(ConfigurationDatabase::open(address, PracticeDatabase::password()));
    const auto again = ConfigurationDatabase::create(address, PracticeDatabase::password());
    REQUIRE_FALSE(again);
    CHECK(again.error().id == "database.exists");
}

TEST_CASE("another program's tables are told and left alone") {
    const PracticeDatabase practice;
    practice.run("DROP TABLE SchemaVersion");
    const std::string before = practice.rows("SELECT * FROM pg_class ORDER BY oid");
    CHECK(openFailure(practice.address()).id == "database.schema");
    CHECK_FALSE(ConfigurationDatabase::upgrade(practice.address(), practice.password()));
    CHECK_FALSE(ConfigurationDatabase::create(practice.address(), practice.password()));
    CHECK(practice.rows("SELECT * FROM pg_class ORDER BY oid") == before);
}

TEST_CASE("a database of a newer setup is refused") {
    const PracticeDatabase practice;
    practice.run("INSERT INTO SchemaVersion VALUES (99, '')");
    CHECK_THAT(openFailure(practice.address()).why, Catch::Contains("has schema 99"));
}

TEST_CASE("an account that may only look can look, and is told why it can't change anything") {
    const PracticeDatabase practice;
    auto address = practice.address();
    address.server = PostgresqlServer::shared().folder().string(); // its socket
    address.user = "reader";
    const auto forbidden = openFailure(address);
    CHECK(forbidden.id == "database.rights");
    CHECK_THAT(forbidden.why, Catch::Contains("permission denied for table schemaversion"));
    CHECK_THAT(forbidden.remedy, Catch::Contains("GRANT"));

    practice.run("GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader");
    auto database = ConfigurationDatabase::open(address, bes::Secret());
    REQUIRE(database);
    CHECK(database->read());
    const std::string before = practice.content();
    const auto reserved = database->reserve(northPair(), "run-1");
    REQUIRE_FALSE(reserved);
    CHECK(reserved.error().id == "database.rights");
    CHECK(practice.content() == before);
}

TEST_CASE("an account that may make no tables is told, and makes none") {
    auto& server = PostgresqlServer::shared();
    server.raw().run("DROP DATABASE IF EXISTS others");
    server.raw().run("CREATE DATABASE others");
    auto address = PracticeDatabase().address();
    address.name = "others";
    const auto made = ConfigurationDatabase::create(address, PracticeDatabase::password());
    REQUIRE_FALSE(made);
    CHECK(made.error().id == "database.rights");
    CHECK(server.raw("others").rows("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'") == "0\n");
}

TEST_CASE("a server that takes no changes is told") {
    const PracticeDatabase practice;
    auto database = practice.open();
    practice.run("ALTER ROLE besadmin SET default_transaction_read_only = on");
    const auto reserved = database.reserve(northPair(), "run-1");
    practice.run("ALTER ROLE besadmin RESET default_transaction_read_only");
    REQUIRE_FALSE(reserved);
    CHECK(reserved.error().id == "database.read-only");
}

TEST_CASE("the primary's key is in no words about a row that the database does not take") {
    const PracticeDatabase practice;
    practice.run("ALTER TABLE ServerConfig ADD CHECK (ProductVersion <> '6.6')");
    auto database = practice.open();
    REQUIRE(database.reserve(northPair(), "run-1"));
    auto standby = northStandby();
    standby.version = "6.6";
    const auto registered = database.registerStandby(standby, "run-1");
    REQUIRE_FALSE(registered);
    CHECK(registered.error().id == "database.query");
    CHECK_THAT(registered.error().why, !Catch::Contains("7f3a"));
}

namespace {

/// From now on the server refuses reservations with this SQLSTATE, so many times.
void refuseWith(const PracticeDatabase& practice, const std::string& state, int times) {
    practice.run("CREATE SEQUENCE attempts; GRANT USAGE ON attempts TO besadmin;"
                 "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                 "IF nextval('attempts') <= " +
                 std::to_string(times) + " THEN RAISE EXCEPTION 'the server says so' USING ERRCODE = '" +
                 state +
                 "'; END IF; RETURN NEW; END $$;"
                 "CREATE TRIGGER refuse BEFORE INSERT ON BESPair FOR EACH ROW EXECUTE FUNCTION refuse()");
}

} // namespace

TEST_CASE("what a server refuses is told by its SQLSTATE, and nothing is written") {
    const auto [state, id] = GENERATE(table<std::string, std::string>({{"53100", "database.full"},
                                                                       {"XX001", "database.damaged"},
                                                                       {"57P01", "database.lost"},
                                                                       {"55P03", "database.busy"},
                                                                       {"42501", "database.rights"},
                                                                       {"22012", "database.query"}}));
    const PracticeDatabase practice;
    refuseWith(practice, state, 100);
    const std::string before = practice.content();
    const auto reserved = practice.open().reserve(northPair(), "run-1");
    REQUIRE_FALSE(reserved);
    INFO(state);
    CHECK(reserved.error().id == id);
    CHECK(reserved.error().code ==
          (id == "database.full" ? bes::ExitCode::diskSpace : bes::ExitCode::database));
    CHECK_THAT(reserved.error().why, Catch::Contains("the server says so"));
    CHECK(practice.content() == before);
}

TEST_CASE("what the server took back in favour of another program is tried again, some times") {
    const std::string state = GENERATE("40001", "40P01"); // not serializable, deadlock
    const PracticeDatabase practice;
    SECTION("it goes well then") {
        refuseWith(practice, state, 2);
        CHECK(practice.open().reserve(northPair(), "run-1"));
    }
    SECTION("or never") {
        refuseWith(practice, state, 100);
        const auto reserved = practice.open().reserve(northPair(), "run-1");
        REQUIRE_FALSE(reserved);
        CHECK(reserved.error().id == "database.conflict");
    }
}

TEST_CASE("a rule that is none of the pair's is named, with its table and without a value") {
    const PracticeDatabase practice;
    auto database = practice.open();
    SECTION("an identity that lags behind rows with ids of their own") {
        REQUIRE(database.reserve(northPair(), "run-1"));
        practice.run("SELECT setval(pg_get_serial_sequence('serverconfig', 'id'), 1)");
        const auto registered = database.registerStandby(northStandby(), "run-1");
        REQUIRE_FALSE(registered);
        CHECK(registered.error().id == "database.query");
        CHECK_THAT(registered.error().why, Catch::Contains("(serverconfig_pkey of ServerConfig)"));
    }
    SECTION("a rule of the site's, where a primary is reserved") {
        practice.run("ALTER TABLE BESPair ADD CONSTRAINT site_rule CHECK (RunId <> 'run-1')");
        const auto reserved = database.reserve(northPair(), "run-1");
        REQUIRE_FALSE(reserved);
        CHECK(reserved.error().id == "database.query");
        CHECK_THAT(reserved.error().what, Catch::Contains("BES-NORTH was not reserved"));
        CHECK_THAT(reserved.error().why, Catch::Contains("(site_rule of bespair)"));
    }
}

TEST_CASE("of what PostgreSQL says about a rule the names are told, of other triggers nothing") {
    using bes::database::brokenPostgresqlRule;
    const auto [words, named] = GENERATE(table<std::string, std::string>(
        {{R"(duplicate key value violates unique constraint "audit_pkey")", "audit_pkey"},
         {R"(duplicate key value violates unique constraint "bespair_standbyname_key")",
          "bespair_standbyname_key of BESPair"},
         {R"(new row for relation "serverconfig" violates check constraint "serverconfig_srpport_check")",
          "serverconfig_srpport_check of serverconfig"},
         {R"(insert or update on table "userconfig" violates foreign key constraint "u_fkey")",
          "u_fkey of userconfig"},
         {R"(update or delete on table "serverconfig" violates foreign key constraint "u_fkey" on table "userconfig")",
          "u_fkey of userconfig"},
         {R"(null value in column "srphost" of relation "serverconfig" violates not-null constraint)",
          "empty column srphost of serverconfig"},
         {"a standby needs a reservation", "a standby needs a reservation"},
         {"no row with 7f3a-91c4", ""},
         {"", ""}}));
    CHECK(brokenPostgresqlRule(words) == named);
}

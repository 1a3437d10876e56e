// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fstream>
#include <iterator>

#include "places_of_tests.hpp"
#include "unit/database/postgresql_server.hpp"

inline bes::DatabaseAddress addressOn(const PostgresqlServer& server, const std::string& database) {
    bes::DatabaseAddress address;
    address.backend = "postgresql";
    address.server = "localhost";
    address.port = static_cast<unsigned>(server.port());
    address.name = database;
    address.user = PostgresqlServer::account;
    address.caFile = server.authority().string();
    return address;
}

/// A real database on a real server, with the servers of the practice site.
class PracticeDatabase {
public:
    static constexpr auto readOnlyFailure = "database.read-only";

    explicit PracticeDatabase(PostgresqlServer& server = PostgresqlServer::shared())
        : server_(server), name_("practice" + std::to_string(++number())) {
        server_.raw().run("CREATE DATABASE " + name_ + " OWNER besadmin");
        if (const auto made = bes::database::ConfigurationDatabase::create(address(), password()); !made)
            throw std::runtime_error("no practice database was made: " + made.error().why);
        std::ifstream script(BES_PRIMARIES_SQL, std::ios::binary);
        run({std::istreambuf_iterator<char>(script), std::istreambuf_iterator<char>()});
        run("SELECT setval(pg_get_serial_sequence('serverconfig', 'id'), 6)");
    }
    PracticeDatabase(const PracticeDatabase&) = delete;
    PracticeDatabase& operator=(const PracticeDatabase&) = delete;
    ~PracticeDatabase() {
        try {
            server_.raw().run("DROP DATABASE " + name_ + " WITH (FORCE)");
        } catch (const std::runtime_error&) { // NOLINT(bugprone-empty-catch): the test has stopped the server
        }
    }

    [[nodiscard]] bes::DatabaseAddress address() const { return addressOn(server_, name_); }
    [[nodiscard]] static bes::Secret password() { return bes::Secret(PostgresqlServer::password); }
    [[nodiscard]] std::string typed() const {
        return "--database.backend postgresql --database.server localhost --database.port " +
               std::to_string(server_.port()) + " --database.name " + name_ +
               " --database.user besadmin --database.ca-file " + server_.authority().string();
    }

    [[nodiscard]] bes::database::ConfigurationDatabase open() const {
        auto database = bes::database::ConfigurationDatabase::open(address(), password());
        if (!database)
            throw std::runtime_error(database.error().why);
        return std::move(*database);
    }

    [[nodiscard]] std::string rows(const std::string& sql) const { return raw().rows(sql); }
    void run(const std::string& sql) const { raw().run(sql); }
    [[nodiscard]] bool refuses(const std::string& sql) const { return raw().refuses(sql); }
    [[nodiscard]] RawPostgresql raw() const { return server_.raw(name_); }
    void dropRulesOfPairs() const { run("DROP TRIGGER BESPair_rules ON BESPair"); }

    [[nodiscard]] std::string content() const {
        return rows("SELECT * FROM ServerConfig ORDER BY Id; SELECT * FROM ServerAddress ORDER BY 1, 2; "
                    "SELECT * FROM "
                    "ServerComponent ORDER BY 1, 2; SELECT * FROM UserConfig ORDER BY Id; SELECT * FROM "
                    "BESPair ORDER BY "
                    "1; SELECT * FROM SchemaVersion");
    }

private:
    static int& number() {
        static int last = 0;
        return last;
    }

    PostgresqlServer& server_;
    std::string name_;
};

/// A database without tables.
class EmptyDatabase {
public:
    EmptyDatabase() {
        server_.raw().run("DROP DATABASE IF EXISTS emptyone");
        server_.raw().run("CREATE DATABASE emptyone OWNER besadmin");
    }

    [[nodiscard]] bes::DatabaseAddress address() const { return addressOn(server_, "emptyone"); }
    [[nodiscard]] static bes::Secret password() { return PracticeDatabase::password(); }
    [[nodiscard]] std::string rows(const std::string& sql) const { return server_.raw("emptyone").rows(sql); }

private:
    PostgresqlServer& server_ = PostgresqlServer::shared();
};

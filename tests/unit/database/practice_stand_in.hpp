// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "answers/answers.hpp"
#include "places_of_tests.hpp"
#include "unit/database/raw_sqlite.hpp"
#include "unit/database/sqlserver_stand_in.hpp"

/// A database on a stand-in for SQL Server, which keeps it in a SQLite file: what setup does goes through
/// ODBC, what the test does to the file.
class PracticeDatabase {
public:
    static constexpr auto readOnlyFailure = "database.read-only";

    PracticeDatabase() {
        if (const auto made = bes::database::ConfigurationDatabase::create(address(), password()); !made)
            throw std::runtime_error("no practice database was made: " + made.error().why);
        RawSqlite(server_.database()).runFile(BES_PRIMARIES_SQL);
    }

    [[nodiscard]] bes::DatabaseAddress address() const { return server_.address(); }
    [[nodiscard]] static bes::Secret password() { return bes::Secret(SqlserverStandIn::password); }
    [[nodiscard]] std::string typed() const {
        return "--database.backend sqlserver --database.server " +
               bes::answers::quotedForShell(address().server) +
               " --database.name BESMgmt --database.user besadmin --database.ca-file " + address().caFile;
    }
    [[nodiscard]] bes::database::ConfigurationDatabase open() const {
        auto database = bes::database::ConfigurationDatabase::open(address(), password());
        if (!database)
            throw std::runtime_error(database.error().why);
        return std::move(*database);
    }
    [[nodiscard]] const SqlserverStandIn& server() const { return server_; }

    [[nodiscard]] std::string rows(const std::string& sql) const { return raw().rows(sql); }
    void run(const std::string& sql) const { raw().run(sql); }
    [[nodiscard]] bool refuses(const std::string& sql) const { return raw().refuses(sql); }
    void dropRulesOfPairs() const { run("DROP TRIGGER BESPair_takes_no_known_server"); }
    [[nodiscard]] std::string content() const {
        return rows("SELECT * FROM ServerConfig ORDER BY Id; SELECT * FROM ServerAddress ORDER BY 1, 2; "
                    "SELECT * FROM ServerComponent ORDER BY 1, 2; SELECT * FROM UserConfig ORDER BY Id; "
                    "SELECT * FROM BESPair ORDER BY 1; SELECT * FROM SchemaVersion");
    }

private:
    [[nodiscard]] RawSqlite raw() const { return RawSqlite(server_.database()); }

    SqlserverStandIn server_;
};

/// A database without tables.
class EmptyDatabase {
public:
    [[nodiscard]] bes::DatabaseAddress address() const { return server_.address(); }
    [[nodiscard]] static bes::Secret password() { return bes::Secret(SqlserverStandIn::password); }
    [[nodiscard]] std::string rows(const std::string& sql) const {
        return RawSqlite(server_.database()).rows(sql);
    }
    [[nodiscard]] const SqlserverStandIn& server() const { return server_; }

private:
    SqlserverStandIn server_;
};

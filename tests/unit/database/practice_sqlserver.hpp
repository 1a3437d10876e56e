// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "answers/answers.hpp"
#include "places_of_tests.hpp"
#include "unit/database/raw_sqlite.hpp"
#include "unit/database/sqlserver_named.hpp"
#include "unit/temporary_folder.hpp"

/// The practice site in the database that BES_TEST_SQLSERVER names, from which everything of the test before
/// is removed.
class PracticeDatabase {
public:
    static constexpr auto readOnlyFailure = "database.read-only";

    PracticeDatabase() {
        RawSqlserver raw;
        for (const std::string table :
             {"BESPair", "UserConfig", "ServerComponent", "ServerAddress", "ServerConfig", "SchemaVersion"})
            raw.run("IF OBJECT_ID('" + table + "') IS NOT NULL DROP TABLE " + table);
        if (const auto made = bes::database::ConfigurationDatabase::create(address(), password()); !made)
            throw std::runtime_error("no practice database was made: " + made.error().why);
        fill(raw);
    }

    [[nodiscard]] static bes::DatabaseAddress address() { return NamedSqlserver::address(); }
    [[nodiscard]] static bes::Secret password() { return NamedSqlserver::password(); }
    [[nodiscard]] std::string typed() const {
        const auto named = address();
        return "--database.backend sqlserver --database.server " +
               bes::answers::quotedForShell(named.server) + " --database.name " + named.name +
               " --database.user " + named.user +
               (named.tls == "verify-full" ? "" : " --database.tls " + named.tls) +
               (named.caFile.empty() ? "" : " --database.ca-file " + named.caFile);
    }
    [[nodiscard]] bes::database::ConfigurationDatabase open() const {
        auto database = bes::database::ConfigurationDatabase::open(address(), password());
        if (!database)
            throw std::runtime_error(database.error().why);
        return std::move(*database);
    }

    [[nodiscard]] std::string rows(const std::string& sql) const { return RawSqlserver().rows(sql); }
    void run(const std::string& sql) const { RawSqlserver().run(sql); }
    [[nodiscard]] bool refuses(const std::string& sql) const { return RawSqlserver().refuses(sql); }
    void dropRulesOfPairs() const { run("DROP TRIGGER BESPair_begins"); }
    [[nodiscard]] std::string content() const {
        return rows("SELECT * FROM ServerConfig ORDER BY Id; SELECT * FROM ServerAddress ORDER BY 1, 2; "
                    "SELECT * FROM ServerComponent ORDER BY 1, 2; SELECT * FROM UserConfig ORDER BY Id; "
                    "SELECT * FROM BESPair ORDER BY 1; SELECT * FROM SchemaVersion");
    }

private:
    /// As SQLite has it: the script of the practice site is not written for T-SQL.
    static void fill(RawSqlserver& raw) {
        const TemporaryFolder folder;
        bes::DatabaseAddress file;
        file.location = (folder.path() / "practice.db").string();
        if (!bes::database::ConfigurationDatabase::create(file, bes::Secret()))
            throw std::runtime_error("no practice file was made");
        RawSqlite practice(file.location);
        practice.runFile(BES_PRIMARIES_SQL);
        const auto copy = [&](const std::string& table, const std::string& columns, const std::string& values,
                              const std::string& where, bool identity) {
            std::string all = identity ? "SET IDENTITY_INSERT " + table + " ON;\n" : "";
            const std::string insertion = "'INSERT INTO " + table + " (" + columns + ") VALUES (' || ";
            all += practice.rows("SELECT " + insertion + values + " || ');' FROM " + table + where);
            raw.run(all + (identity ? "SET IDENTITY_INSERT " + table + " OFF" : ""));
        };
        const std::string server =
            "Id, ServerName, MachineName, FullyQualifiedName, DominoServer, ProductVersion, Role, "
            "SRPIdentifier, SRPAuthenticationKey, SRPHost, SRPPort";
        const std::string between = " || ', ' || ";
        const std::string quoted = "Id || ', ' || quote(ServerName)" + between + "quote(MachineName)" +
                                   between + "quote(FullyQualifiedName)" + between + "quote(DominoServer)" +
                                   between + "quote(ProductVersion)" + between + "quote(Role)" + between +
                                   "quote(SRPIdentifier)" + between + "quote(SRPAuthenticationKey)" +
                                   between + "quote(SRPHost)" + between + "SRPPort";
        copy("ServerConfig", server, quoted, " WHERE Role = 'primary' ORDER BY Id", true);
        raw.run("INSERT INTO BESPair (PrimaryId, PrimaryComputer, StandbyName, StandbyComputer, State, "
                "RunId, Since) VALUES "
                "(2, 'bes-east', 'BES-EAST-STANDBY', 'bes-east2', 'reserved', 'practice', "
                "'2026-11-02T09:30:00Z')");
        copy("ServerConfig", server, quoted, " WHERE Role = 'standby'", true);
        raw.run("UPDATE BESPair SET StandbyId = 6, State = 'final' WHERE PrimaryId = 2");
        copy("ServerAddress", "ServerConfigId, Address", "ServerConfigId || ', ' || quote(Address)", "",
             false);
        copy("ServerComponent", "ServerConfigId, Component", "ServerConfigId || ', ' || quote(Component)", "",
             false);
        copy("UserConfig", "ServerConfigId, DisplayName, MailboxSMTPAddr, MailboxDN, StateDatabasePath",
             "ServerConfigId || ', ' || quote(DisplayName)" + between + "quote(MailboxSMTPAddr)" + between +
                 "quote(MailboxDN)" + between + "quote(StateDatabasePath)",
             "", false);
    }
};

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fstream>
#include <iterator>

#include "places_of_tests.hpp"
#include "unit/database/raw_sqlite.hpp"
#include "unit/temporary_folder.hpp"

/// A real database file in a temporary folder, with the servers of the practice site.
class PracticeDatabase {
public:
    PracticeDatabase() {
        if (!bes::database::ConfigurationDatabase::create(address(), bes::Secret()))
            throw std::runtime_error("no practice database was made");
        RawSqlite(file()).runFile(BES_PRIMARIES_SQL);
    }

    static constexpr auto readOnlyFailure = "database.connect";

    [[nodiscard]] std::filesystem::path file() const { return folder_.path() / "BESMgmt.db"; }
    [[nodiscard]] bes::DatabaseAddress address() const {
        bes::DatabaseAddress address;
        address.location = file().string();
        return address;
    }

    [[nodiscard]] bes::database::ConfigurationDatabase open() const {
        auto database = bes::database::ConfigurationDatabase::open(address(), bes::Secret());
        if (!database)
            throw std::runtime_error(database.error().why);
        return std::move(*database);
    }

    [[nodiscard]] std::string rows(const std::string& sql) const { return RawSqlite(file()).rows(sql); }

    void run(const std::string& sql) const { RawSqlite(file()).run(sql); }
    [[nodiscard]] bool refuses(const std::string& sql) const { return RawSqlite(file()).refuses(sql); }
    [[nodiscard]] static bes::Secret password() { return {}; }
    /// What names it on a command line.
    [[nodiscard]] std::string typed() const { return "--database.location " + file().string(); }
    void dropRulesOfPairs() const { run("DROP TRIGGER BESPair_takes_no_known_server"); }

    [[nodiscard]] std::string content() const { return bytes(); }
    [[nodiscard]] std::string bytes() const {
        std::ifstream stream(file(), std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    }

private:
    TemporaryFolder folder_;
};

/// The place for a database that is not there yet.
class EmptyDatabase {
public:
    [[nodiscard]] bes::DatabaseAddress address() const {
        bes::DatabaseAddress address;
        address.location = file().string();
        return address;
    }
    [[nodiscard]] static bes::Secret password() { return {}; }
    [[nodiscard]] std::string rows(const std::string& sql) const { return RawSqlite(file()).rows(sql); }

private:
    [[nodiscard]] std::filesystem::path file() const { return folder_.path() / "empty.db"; }

    TemporaryFolder folder_;
};

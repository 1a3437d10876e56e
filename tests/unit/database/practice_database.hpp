#pragma once

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

#include "database/configuration_database.hpp"
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

    [[nodiscard]] std::filesystem::path file() const { return folder_.path() / "BESMgmt.db"; }
    [[nodiscard]] bes::DatabaseAddress address() const {
        return {.backend = "sqlite", .location = file().string(), .user = {}, .password = {}};
    }

    [[nodiscard]] bes::database::ConfigurationDatabase open() const {
        auto database = bes::database::ConfigurationDatabase::open(address(), bes::Secret());
        if (!database)
            throw std::runtime_error(database.error().why);
        return std::move(*database);
    }

    [[nodiscard]] std::string rows(const std::string& sql) const { return RawSqlite(file()).rows(sql); }

    [[nodiscard]] std::string bytes() const {
        std::ifstream stream(file(), std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    }

private:
    TemporaryFolder folder_;
};

/// The standby that most tests install.
inline bes::ReservePair northPair() {
    return {.primary = "BES-NORTH", .standby = "BES-NORTH-standby", .computer = "bes-north2"};
}

inline bes::RegisterStandby northStandby() {
    return {.primary = "BES-NORTH",
            .standby = "BES-NORTH-standby",
            .computer = "bes-north2",
            .fullyQualifiedName = "bes-north2.example.org",
            .dominoServer = "CN=Mail11/O=Acme",
            .version = "5.0",
            .addresses = {"192.0.2.21", "2001:db8::21"},
            .components = {"router", "dispatcher"}};
}

// SPDX-License-Identifier: Apache-2.0
#include "database/sqlite.hpp"

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include "database/connection.hpp"
#include "database/embedded_schema.hpp"
#include "database/sqlite_failure.hpp"
#include "database/sqlite_file.hpp"
#include "database/sqlite_layers.hpp"
#include "database/sqlite_limits.hpp"
#include "model/try.hpp"

namespace bes::database {
namespace {

sqlite_api::sqlite3* handle(soci::session& sql) {
    return static_cast<soci::sqlite3_session_backend*>(sql.get_backend())->conn_;
}

void openFile(soci::session& sql, const ConnectionParameters& parameters, Access access) {
    std::string options = "db=\"" + sqliteFile(parameters.address).string() + "\"";
    options += access == Access::read ? std::string(" readonly=true vfs=") + lookingLayer()
                                      : std::string(" vfs=") + changingLayer();
    sql.open(soci::sqlite3, options);
    sqlite_api::sqlite3* const connection = handle(sql);
    waitForLocks(sql, parameters.patience);
    sqlite_api::sqlite3_extended_result_codes(connection,
                                              1); // to know an interrupted write from a lack of rights
    limitSqlite(sql, parameters.patience * answerPatience);
    sql << "PRAGMA foreign_keys = ON";
    // the file comes from elsewhere: its triggers and views may call nothing that has effects outside of it
    sql << "PRAGMA trusted_schema = OFF";
    if (access == Access::read)
        return;
    // EXTRA is FULL and in addition syncs the folder, without which a power cut can take back a commit
    sql << "PRAGMA synchronous = EXTRA";
    sql << "PRAGMA secure_delete = ON"; // no copy of an SRP authentication key stays in pages that are free
}

template<class Open>
Result<void> openOrFailure(const ConnectionParameters& parameters, Open open) {
    try {
        open();
        return {};
    } catch (const soci::soci_error& error) {
        return fail(sqliteFailure(error, parameters, cantBeOpened));
    }
}

} // namespace

std::string Sqlite::place(const DatabaseAddress& address) const {
    return sqliteFile(address).string();
}

Result<std::optional<host::OtherWriter>> Sqlite::stranger(const DatabaseAddress& address,
                                                          Access access) const {
    return strangerAtSqliteFile(address, access);
}

Result<void> Sqlite::expectAllowed(const DatabaseAddress& address, Access access) const {
    return expectSqliteFile(address, access);
}

Result<void> Sqlite::connect(soci::session& sql, const ConnectionParameters& parameters,
                             Access access) const {
    TRY(expectSqliteFile(parameters.address, access));
    return openOrFailure(parameters, [&] { openFile(sql, parameters, access); });
}

Result<void> Sqlite::connectNew(soci::session& sql, const ConnectionParameters& parameters) const {
    TRY(expectRoomForSqliteFile(parameters.address));
    TRY(makePrivateFile(parameters.address));
    return openOrFailure(parameters, [&] { openFile(sql, parameters, Access::write); });
}

void Sqlite::renewLimit(soci::session& sql, std::chrono::milliseconds time) const {
    limitTimeOfSqlite(sql, time);
}

void Sqlite::beginWriting(soci::session& sql) const {
    sql << "BEGIN IMMEDIATE";
}

void Sqlite::runScript(soci::session& sql, std::string_view script) const {
    const std::string text(script);
    const int code = sqlite_api::sqlite3_exec(handle(sql), text.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        throw soci::sqlite3_soci_error(sqlite_api::sqlite3_errmsg(handle(sql)), code);
}

bool Sqlite::hasTable(soci::session& sql, const std::string& name) const {
    int count = 0;
    sql << "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = :name", soci::use(name),
        soci::into(count);
    return count > 0;
}

bool Sqlite::isEmpty(soci::session& sql) const {
    int count = 0;
    sql << "SELECT count(*) FROM sqlite_schema", soci::into(count);
    return count == 0;
}

std::span<const Migration> Sqlite::migrations() const {
    return sqliteMigrations();
}

bool Sqlite::brokeRule(const soci::soci_error& error) const {
    return sqliteCode(error) == SQLITE_CONSTRAINT;
}

Failure Sqlite::failure(const soci::soci_error& error, const ConnectionParameters& parameters,
                        std::string what) const {
    return sqliteFailure(error, parameters, std::move(what));
}

} // namespace bes::database

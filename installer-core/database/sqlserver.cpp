// SPDX-License-Identifier: Apache-2.0
#include "database/sqlserver.hpp"

#include <soci/soci.h>

#include "database/embedded_schema.hpp"
#include "database/new_connection_limit.hpp"
#include "database/odbc_session.hpp"
#include "database/server_identity.hpp"
#include "database/sqlserver_client.hpp"
#include "database/sqlserver_connecting.hpp"
#include "database/sqlserver_failure.hpp"
#include "database/sqlserver_script.hpp"
#include "database/typed_command.hpp"
#include "host/tcp_connection.hpp"
#include "model/try.hpp"

namespace bes::database {
namespace {

OdbcSession& odbc(soci::session& sql) {
    return *static_cast<OdbcSession*>(sql.get_backend());
}

/// What the computed column of the schema demands, whatever the server's defaults are, and how long to wait
/// for locks.
void prepareSession(soci::session& sql, std::chrono::milliseconds patience, Access access) {
    odbc(sql).run("SET ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL, "
                  "QUOTED_IDENTIFIER ON");
    odbc(sql).run("SET NUMERIC_ROUNDABORT OFF");
    odbc(sql).run("SET XACT_ABORT ON");
    odbc(sql).run("SET TRANSACTION ISOLATION LEVEL READ COMMITTED");
    odbc(sql).run("SET LOCK_TIMEOUT " + std::to_string(patience.count()));
    if (access == Access::read)
        odbc(sql).forbidChanges(); // the server has no sessions of that kind
}

/// The lock that the triggers take too (resources/schema/sqlserver), for the rest of the transaction.
void takeLock(soci::session& sql, const char* mode) {
    int got = 0;
    sql << std::string("DECLARE @got int; EXEC @got = sp_getapplock @Resource = N'bes-standby-setup', "
                       "@LockMode = N'") +
               mode + "', @LockOwner = N'Transaction'; SELECT @got",
        soci::into(got);
    constexpr int deadlock = -3;
    if (got < 0) // it says so instead of failing: sqlserver.md §2.2
        throw OdbcError({{"HY000", got == deadlock ? 1205 : 1222, "sp_getapplock"}});
}

struct Attempt {
    Result<void> done;
    bool partnerMayHelp = false; ///< nobody answers to the end, or it has the database as a mirror
};

/// Where the library will connect to, after setup's own look at it.
Result<SqlserverTarget> lookAt(const ConnectionParameters& parameters, const std::string& answer) {
    TRY_ASSIGN(auto place, sqlserverPlace(parameters.address.server, answer));
    TRY_ASSIGN(const auto addresses, serverAddresses(place.host, parameters.patience));
    if (!place.instance.empty()) {
        TRY_ASSIGN(place.port, portOfInstance(place, addresses));
    }
    SqlserverTarget target{place.host, place.port, {}};
    if (verifiesServer(parameters.address)) {
        TRY_ASSIGN(target.authorities, serverAuthorities(parameters.address));
    }
    TRY(greetSqlserver(parameters, place, addresses, target.authorities));
    return target;
}

Attempt connectTo(soci::session& sql, const ConnectionParameters& parameters, Access access,
                  const std::string& answer) {
    SqlserverClient client; // now already: another thread's look would be taken for this connection
    const auto target = lookAt(parameters, answer);
    if (!target)
        return {fail(target.error()), target.error().id == "database.connect"};
    auto options = client.optionsFor(parameters, *target);
    if (!options)
        return {fail(std::move(options.error()))};
    NewConnectionLimit limit(target->port, 2 * parameters.patience);
    try {
        openWith(sql, *options);
        odbc(sql).setSocket(limit.finish());
        prepareSession(sql, parameters.patience, access);
        return {Result<void>()};
    } catch (const soci::soci_error& error) {
        (void)limit.finish();
        const auto* const told = dynamic_cast<const OdbcError*>(&error);
        if (sql.get_backend() != nullptr)
            sql.close();
        if (auto cut = limit.failure(parameters.address.place(), cantBeOpened))
            return {fail(std::move(*cut)), true};
        Failure failure = sqlserverFailure(error, parameters, cantBeOpened);
        const bool gone = failure.id == "database.lost";
        return {fail(std::move(failure)), gone || (told != nullptr && isMirror(*told))};
    }
}

ConnectionParameters ofPartner(ConnectionParameters parameters) {
    parameters.address.server = parameters.address.partner;
    return parameters;
}

} // namespace

Result<void> Sqlserver::connect(soci::session& sql, const ConnectionParameters& parameters,
                                Access access) const {
    const DatabaseAddress& address = parameters.address;
    TRY(expectComplete(address));
    Attempt first = connectTo(sql, parameters, access, "database.server");
    if (first.done || !first.partnerMayHelp || address.partner.empty())
        return std::move(first.done);
    const Attempt second = connectTo(sql, ofPartner(parameters), access, "database.partner");
    if (second.done) {
        odbc(sql).setPartner(address.partner);
        return {};
    }
    Failure failure = std::move(first.done.error());
    failure.why += "; the failover partner " + address.partner + ": " + second.done.error().why;
    failure.answers.push_back({"database.partner"});
    return fail(std::move(failure));
}

Result<void> Sqlserver::connectNew(soci::session& sql, const ConnectionParameters& parameters) const {
    return connectToEmpty(
        sql, parameters, " already has tables in the default schema of the account",
        {"Choose an empty database, give the account a default schema of its own, or upgrade "
         "the existing tables",
         {{"database.name"}},
         typedCommand({"upgrade"}, parameters.address)});
}

std::optional<int> Sqlserver::socket(soci::session& sql) const {
    return odbc(sql).socket();
}

std::string Sqlserver::partner(soci::session& sql) const {
    return odbc(sql).partner();
}

void Sqlserver::beginReading(soci::session& sql) const {
    sql.begin();
    takeLock(sql, "Shared");
}

void Sqlserver::beginWriting(soci::session& sql) const {
    sql.begin();
    takeLock(sql, "Exclusive"); // here already, to be the only one that reads before it writes
}

void Sqlserver::runScript(soci::session& sql, std::string_view script) const {
    std::string schema;
    sql << "SELECT SCHEMA_NAME()", soci::into(schema);
    for (const std::string& batch : batchesOf(inSchema(script, schema)))
        odbc(sql).run(batch);
}

void Sqlserver::beginGivenIds(soci::session& sql, const std::string& table) const {
    odbc(sql).run("SET IDENTITY_INSERT " + table + " ON");
}

void Sqlserver::endGivenIds(soci::session& sql, const std::string& table) const {
    odbc(sql).run("SET IDENTITY_INSERT " + table + " OFF"); // one table of a session can have it
}

bool Sqlserver::hasTable(soci::session& sql, const std::string& name) const {
    int count = 0;
    sql << "SELECT count(*) FROM sys.tables WHERE schema_id = SCHEMA_ID() AND name = :name",
        soci::use(name, "name"), soci::into(count);
    return count > 0;
}

bool Sqlserver::isEmpty(soci::session& sql) const {
    int count = 0;
    sql << "SELECT count(*) FROM sys.objects WHERE schema_id = SCHEMA_ID() AND is_ms_shipped = 0",
        soci::into(count);
    return count == 0;
}

std::vector<std::string> Sqlserver::missingRights(soci::session& sql) const {
    std::vector<std::string> missing;
    std::string right;
    soci::statement rows =
        (sql.prepare << "SELECT r.name + ' on ' + t.name FROM sys.tables t, "
                        "(SELECT 'INSERT' AS name UNION ALL SELECT 'UPDATE' UNION ALL SELECT 'DELETE') r "
                        "WHERE t.schema_id = SCHEMA_ID() "
                        "AND t.name IN ('ServerConfig', 'ServerAddress', 'ServerComponent', 'BESPair') "
                        "AND HAS_PERMS_BY_NAME(t.name, 'OBJECT', r.name) = 0 ORDER BY t.name, r.name",
         soci::into(right));
    rows.execute();
    while (rows.fetch())
        missing.push_back(right);
    return missing;
}

std::span<const Migration> Sqlserver::migrations() const {
    return sqlserverMigrations();
}

std::string Sqlserver::script(const std::string& schema) const {
    const std::string all = Backend::script({}) + "\n" + std::string(sqlserverRoles());
    return schema.empty() ? all : schemaCreation(schema) + inSchema(all, schema);
}

bool Sqlserver::brokeRule(const soci::soci_error& error) const {
    const auto* const odbcError = dynamic_cast<const OdbcError*>(&error);
    return odbcError != nullptr && brokeSqlserverRule(*odbcError);
}

Failure Sqlserver::failure(const soci::soci_error& error, const ConnectionParameters& parameters,
                           std::string what) const {
    return sqlserverFailure(error, parameters, std::move(what));
}

} // namespace bes::database

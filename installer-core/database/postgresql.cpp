// SPDX-License-Identifier: Apache-2.0
#include "database/postgresql.hpp"

#include <libpq-fe.h>
#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>

#include "database/answer_limit.hpp"
#include "database/embedded_schema.hpp"
#include "database/postgresql_connecting.hpp"
#include "database/postgresql_failure.hpp"
#include "database/typed_command.hpp"
#include "model/try.hpp"

namespace bes::database {
namespace {

PGconn* handle(soci::session& sql) {
    return static_cast<soci::postgresql_session_backend*>(sql.get_backend())->conn_;
}

/// The limits stand on the server too: a statement that nobody waits for any more ends.
void prepareSession(soci::session& sql, const ConnectionParameters& parameters, Access access) {
    // what the server adds to an error can be a whole row, with the SRP authentication key in it
    PQsetErrorVerbosity(handle(sql), PQERRORS_TERSE);
    const std::string patience = std::to_string(parameters.patience.count());
    sql << "SET search_path = public, pg_temp";
    sql << "SET lock_timeout = " + patience;
    sql << "SET statement_timeout = " + std::to_string(2 * parameters.patience.count());
    sql << "SET idle_in_transaction_session_timeout = " + patience;
    sql << "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL REPEATABLE READ";
    if (access == Access::read)
        sql << "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY";
}

} // namespace

Result<void> Postgresql::connect(soci::session& sql, const ConnectionParameters& parameters,
                                 Access access) const {
    TRY_ASSIGN(const auto options, postgresqlOptions(parameters));
    TRY_ASSIGN(auto connection, greetPostgresql(parameters, options));
    // until limitAnswers() has it watched
    const AnswerLimit limit(PQsocket(connection.get()), parameters.patience);
    try {
        openWith(sql, std::move(connection));
        prepareSession(sql, parameters, access);
        return {};
    } catch (const soci::soci_error& error) {
        if (auto cut = limit.failure(place(parameters.address), cantBeOpened))
            return fail(std::move(*cut));
        return fail(postgresqlFailure(error, parameters, cantBeOpened));
    }
}

Result<void> Postgresql::connectNew(soci::session& sql, const ConnectionParameters& parameters) const {
    return connectToEmpty(sql, parameters, " already has tables",
                          {"Choose an empty database, or upgrade the existing one",
                           {{"database.name"}},
                           typedCommand({"upgrade"}, parameters.address)});
}

std::optional<int> Postgresql::socket(soci::session& sql) const {
    return PQsocket(handle(sql));
}

void Postgresql::beginWriting(soci::session& sql) const {
    sql << "BEGIN ISOLATION LEVEL READ COMMITTED";
    // the lock that the triggers take too (resources/schema/postgresql); here already, to be the only one
    // that reads before it writes
    sql << "SELECT pg_advisory_xact_lock(4343123)";
}

void Postgresql::runScript(soci::session& sql, std::string_view script) const {
    PGresult* const result = PQexec(handle(sql), std::string(script).c_str());
    const bool done = PQresultStatus(result) == PGRES_COMMAND_OK || PQresultStatus(result) == PGRES_TUPLES_OK;
    const char* const state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const soci::postgresql_soci_error error(PQerrorMessage(handle(sql)), state ? state : "     ");
    PQclear(result);
    if (!done)
        throw soci::postgresql_soci_error(error);
}

void Postgresql::renewLimit(soci::session& sql, std::chrono::milliseconds time) const {
    // while the other database of a copy takes its part
    sql << "SET idle_in_transaction_session_timeout = " + std::to_string(time.count());
}

void Postgresql::endGivenIds(soci::session& sql, const std::string& table) const {
    // its numbering does not notice ids that were given
    sql << "SELECT setval(pg_get_serial_sequence('" + table + "', 'id'), max(Id)) FROM " + table;
}

bool Postgresql::hasTable(soci::session& sql, const std::string& name) const {
    int count = 0;
    sql << "SELECT count(*) FROM pg_tables WHERE schemaname = 'public' AND tablename = lower(:name)",
        soci::use(name, "name"), soci::into(count);
    return count > 0;
}

bool Postgresql::isEmpty(soci::session& sql) const {
    int count = 0;
    sql << "SELECT count(*) FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace "
           "WHERE nspname = 'public'",
        soci::into(count);
    return count == 0;
}

std::vector<std::string> Postgresql::missingRights(soci::session& sql) const {
    std::vector<std::string> missing;
    std::string right;
    soci::statement rows =
        (sql.prepare << "SELECT r || ' on ' || t FROM unnest(ARRAY['serverconfig', 'serveraddress', "
                        "'servercomponent', 'bespair']) AS t, "
                        "unnest(ARRAY['INSERT', 'UPDATE', 'DELETE']) AS r "
                        "WHERE NOT has_table_privilege(quote_ident(t), r) ORDER BY t, r",
         soci::into(right));
    rows.execute();
    while (rows.fetch())
        missing.push_back(right);
    return missing;
}

std::span<const Migration> Postgresql::migrations() const {
    return postgresqlMigrations();
}

bool Postgresql::brokeRule(const soci::soci_error& error) const {
    return sqlState(error).starts_with("23");
}

Failure Postgresql::failure(const soci::soci_error& error, const ConnectionParameters& parameters,
                            std::string what) const {
    return postgresqlFailure(error, parameters, std::move(what));
}

} // namespace bes::database

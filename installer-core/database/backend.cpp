// SPDX-License-Identifier: Apache-2.0
#include "database/backend.hpp"

#include <libpq-fe.h>
#include <soci/soci.h>

#include "database/postgresql.hpp"
#include "database/sqlite.hpp"
#include "database/sqlserver.hpp"
#include "model/try.hpp"

namespace bes::database {

Result<const Backend*> Backend::find(const std::string& name) {
    static const Sqlite sqlite;
    static const Postgresql postgresql;
    static const Sqlserver sqlserver;
    if (name == "sqlite")
        return &sqlite;
    if (name == "sqlserver")
        return &sqlserver;
    const bool hasPostgresql = ::PQlibVersion() > 0; // of the client library that the program is built with
    if (name == "postgresql" && hasPostgresql)
        return &postgresql;
    return fail(ExitCode::database, "database.connect", cantBeOpened,
                "setup does not support the database system \"" + name +
                    (hasPostgresql ? "\", only sqlite, postgresql and sqlserver"
                                   : "\" on this system, only sqlite and sqlserver"),
                {"Choose one of them.", {{"database.backend"}}});
}

std::string Backend::place(const DatabaseAddress& address) const {
    return address.place();
}

Result<std::optional<host::OtherWriter>> Backend::stranger(const DatabaseAddress& /*address*/,
                                                           Access /*access*/) const {
    return std::nullopt;
}

Result<void> Backend::expectAllowed(const DatabaseAddress& /*address*/, Access /*access*/) const {
    return {};
}

std::string Backend::partner(soci::session& /*sql*/) const {
    return {};
}

Result<void> Backend::connectToEmpty(soci::session& sql, const ConnectionParameters& parameters,
                                     const std::string& has, Remedy remedy) const {
    constexpr auto notCreated = "No BlackBerry Configuration Database was created";
    TRY(connect(sql, parameters, Access::write));
    try {
        if (isEmpty(sql))
            return {};
    } catch (const soci::soci_error& error) {
        return fail(failure(error, parameters, notCreated));
    }
    return fail(ExitCode::database, "database.exists", notCreated, place(parameters.address) + has,
                std::move(remedy));
}

std::string Backend::script(const std::string& /*schema*/) const {
    std::string text;
    for (const Migration& migration : migrations())
        text += migration.script;
    return text;
}

void Backend::beginGivenIds(soci::session& /*sql*/, const std::string& /*table*/) const {
}

void Backend::endGivenIds(soci::session& /*sql*/, const std::string& /*table*/) const {
}

void Backend::renewLimit(soci::session& /*sql*/, std::chrono::milliseconds /*time*/) const {
}

void Backend::beginReading(soci::session& sql) const {
    sql.begin();
}

} // namespace bes::database

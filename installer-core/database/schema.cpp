// SPDX-License-Identifier: Apache-2.0
#include "database/schema.hpp"

#include <stdexcept>

#include "database/configuration_database.hpp"
#include "database/typed_command.hpp"
#include "model/try.hpp"

namespace bes::database {
namespace {

Failure schemaFailure(const Connection& connection, const std::string& why, Remedy remedy) {
    return {ExitCode::database,
            "database.schema",
            "The BlackBerry Configuration Database can't be used",
            connection.place() + ' ' + why,
            std::move(remedy.text),
            std::move(remedy.answers),
            std::move(remedy.command)};
}

std::string versions(int found) {
    return "has schema " + std::to_string(found) + ", this version of setup supports schema " +
           std::to_string(currentSchemaVersion);
}

Failure olderSchema(const Connection& connection, int version) {
    return schemaFailure(connection, versions(version),
                         {"Back up the database, then upgrade it",
                          {},
                          typedCommand({"upgrade"}, connection.parameters().address)});
}

} // namespace

Failure newerSchema(const Connection& connection, int version) {
    return schemaFailure(connection, versions(version),
                         "Use the newer version of setup that upgraded the database.");
}

/// What an account that sees nothing needs to know beside that.
Failure orHidden(const Connection& connection, Failure failure) {
    if (!connection.backend().hidesForbidden())
        return failure;
    failure.why += ", or the account has no permission to see its tables";
    failure.remedy =
        "Have the account added to the role bes_installers if the tables are there. Otherwise: " +
        failure.remedy;
    return failure;
}

Result<int> schemaVersion(Connection& connection) {
    if (connection.backend().isEmpty(connection.sql()))
        return fail(
            orHidden(connection,
                     schemaFailure(
                         connection, "is empty",
                         Remedy("Choose the database that the primary uses, or create its tables in this one",
                                {}, typedCommand({"create"}, connection.parameters().address)))));
    const Failure foreign = orHidden(
        connection,
        schemaFailure(connection, "is not a BlackBerry Configuration Database: SchemaVersion is missing",
                      "Choose the database that the primary uses."));
    if (!connection.backend().hasTable(connection.sql(), "SchemaVersion"))
        return fail(foreign);
    int version = 0;
    soci::indicator found = soci::i_null;
    connection.sql() << "SELECT max(Version) FROM SchemaVersion", soci::into(version, found);
    if (found != soci::i_ok)
        return fail(foreign);
    return version;
}

Result<void> expectCurrentSchema(Connection& connection) {
    TRY_ASSIGN(const auto version, schemaVersion(connection));
    if (version < currentSchemaVersion)
        return fail(olderSchema(connection, version));
    if (version > currentSchemaVersion)
        return fail(newerSchema(connection, version));
    return {};
}

Result<void> makeSchema(Connection& connection) {
    if (!connection.backend().isEmpty(connection.sql()))
        return fail(ExitCode::database, "database.exists", "No BlackBerry Configuration Database was created",
                    "another program has just created one at " + connection.place(),
                    "Use that one, or choose another place.");
    migrate(connection, 0);
    return {};
}

void migrate(Connection& connection, int version) {
    const auto scripts = connection.backend().migrations();
    if (scripts.back().version != currentSchemaVersion)
        throw std::logic_error("the last migration does not make the current schema");
    for (const Migration& migration : scripts)
        if (migration.version > version)
            connection.backend().runScript(connection.sql(), migration.script);
}

} // namespace bes::database

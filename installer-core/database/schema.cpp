// SPDX-License-Identifier: Apache-2.0
#include "database/schema.hpp"

#include <stdexcept>

#include "database/configuration_database.hpp"
#include "database/typed_command.hpp"
#include "model/try.hpp"

namespace bes::database {
namespace {

Failure schemaFailure(const Connection& connection, const std::string& why, std::string remedy) {
    return {ExitCode::database, "database.schema", "The BlackBerry Configuration Database can't be used",
            connection.place() + ' ' + why, std::move(remedy)};
}

std::string versions(int found) {
    return "has schema " + std::to_string(found) + ", this setup works with schema " +
           std::to_string(currentSchemaVersion);
}

Failure olderSchema(const Connection& connection, int version) {
    return schemaFailure(connection, versions(version),
                         "Back the database up, then run " +
                             typedCommand({"upgrade"}, connection.parameters().address) + ".");
}

} // namespace

Failure newerSchema(const Connection& connection, int version) {
    return schemaFailure(connection, versions(version), "Use the newer setup that upgraded the database.");
}

Result<int> schemaVersion(Connection& connection) {
    if (connection.backend().isEmpty(connection.sql()))
        return fail(
            schemaFailure(connection, "is empty",
                          "Name the database that the primary works with, or make one in this one with " +
                              typedCommand({"create"}, connection.parameters().address) + "."));
    const Failure foreign = schemaFailure(
        connection, "is no BlackBerry Configuration Database that setup knows: SchemaVersion is missing",
        "Name the database that the primary works with.");
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

void migrate(Connection& connection, int version) {
    const auto scripts = connection.backend().migrations();
    if (scripts.back().version != currentSchemaVersion)
        throw std::logic_error("the last migration does not make the current schema");
    for (const Migration& migration : scripts)
        if (migration.version > version)
            connection.backend().runScript(connection.sql(), migration.script);
}

} // namespace bes::database

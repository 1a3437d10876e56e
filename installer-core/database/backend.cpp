// SPDX-License-Identifier: Apache-2.0
#include "database/backend.hpp"

#include <soci/soci.h>

#include "database/postgresql.hpp"
#include "database/sqlite.hpp"
#include "database/sqlserver.hpp"

namespace bes::database {

Result<const Backend*> Backend::find(const std::string& name) {
    static const Sqlite sqlite;
    static const Postgresql postgresql;
    static const Sqlserver sqlserver;
    if (name == "sqlite")
        return &sqlite;
    if (name == "sqlserver")
        return &sqlserver;
    if (name == "postgresql")
        return &postgresql;
    return fail(
        ExitCode::database, "database.connect", "The BlackBerry Configuration Database can't be opened",
        "setup does not support the database system \"" + name + "\", only sqlite, postgresql and sqlserver",
        {"Choose one of them.", {{"database.backend"}}});
}

std::string Backend::script(const std::string& /*schema*/) const {
    std::string text;
    for (const Migration& migration : migrations())
        text += migration.script;
    return text;
}

void Backend::beginReading(soci::session& sql) const {
    sql.begin();
}

} // namespace bes::database

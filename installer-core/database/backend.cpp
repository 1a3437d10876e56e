// SPDX-License-Identifier: Apache-2.0
#include "database/backend.hpp"

#include "database/postgresql.hpp"
#include "database/sqlite.hpp"

namespace bes::database {

Result<const Backend*> Backend::find(const std::string& name) {
    static const Sqlite sqlite;
    static const Postgresql postgresql;
    if (name == "sqlite")
        return &sqlite;
    if (name == "postgresql")
        return &postgresql;
    return fail(ExitCode::database, "database.connect",
                "The BlackBerry Configuration Database can't be opened",
                "setup does not support the database system \"" + name + "\", only sqlite and postgresql",
                {"Choose one of them.", {{"database.backend"}}});
}

} // namespace bes::database

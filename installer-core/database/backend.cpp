#include "database/backend.hpp"

#include "database/sqlite.hpp"

namespace bes::database {

Result<const Backend*> Backend::find(const std::string& name) {
    static const Sqlite sqlite;
    if (name == "sqlite")
        return &sqlite;
    return fail(ExitCode::database, "database.connect",
                "The BlackBerry Configuration Database can't be opened",
                "this setup knows no database system \"" + name + "\", only sqlite",
                "Set database.backend to sqlite.");
}

} // namespace bes::database

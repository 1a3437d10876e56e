#pragma once

#include "database/backend.hpp"

namespace bes::database {

/// Connects and disconnects: SOCI waits for a server without a limit, and does not tell the SQLSTATE with
/// which one refuses. Failures database.connect, database.tls, database.login, database.busy and those of
/// sqlStateFailure.
[[nodiscard]] Result<void> greetPostgresql(const Target& target, const Secret& options);

} // namespace bes::database

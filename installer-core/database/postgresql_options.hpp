// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "database/backend.hpp"

namespace bes::database {

/// The options of libpq for a connection. All that counts is in them, so that variables (PGHOST, PGSSLMODE …)
/// and files
/// (.pgpass) of the account that runs setup change nothing. They hold the password. Failures database.connect
/// where the server's name has no address, database.tls where the authorities' file can't be read.
[[nodiscard]] Result<Secret> postgresqlOptions(const ConnectionParameters& parameters);

} // namespace bes::database

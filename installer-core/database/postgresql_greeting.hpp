// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "database/backend.hpp"

struct pg_conn;

namespace bes::database {

struct FinishPostgresql {
    void operator()(pg_conn* connection) const;
};
using PostgresqlConnection = std::unique_ptr<pg_conn, FinishPostgresql>;

/// Connects: SOCI would wait for a server without a limit, does not tell the SQLSTATE with which one refuses,
/// and lets libpq write to the terminal what the server says meanwhile. Failures database.connect,
/// database.tls, database.login, database.busy, database.too-long and those of sqlStateFailure.
[[nodiscard]] Result<PostgresqlConnection> greetPostgresql(const ConnectionParameters& parameters,
                                                           const Secret& options);

} // namespace bes::database

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "database/backend.hpp"

struct pg_conn;

namespace soci {
class session;
} // namespace soci

namespace bes::database {

/// The options of libpq for a connection. All that counts is in them, so that variables (PGHOST, PGSSLMODE …)
/// and files (.pgpass) of the account that runs setup change nothing. They hold the password. Failures
/// database.connect where the server's name has no address, database.tls where the authorities' file can't be
/// read.
[[nodiscard]] Result<Secret> postgresqlOptions(const ConnectionParameters& parameters);

struct FinishPostgresql {
    void operator()(pg_conn* connection) const;
};
using PostgresqlConnection = std::unique_ptr<pg_conn, FinishPostgresql>;

/// Connects: SOCI would wait for a server without a limit, does not tell the SQLSTATE with which one refuses,
/// and lets libpq write to the terminal what the server says meanwhile. Failures database.connect,
/// database.tls, database.login, database.busy, database.too-long and those of sqlStateFailure.
[[nodiscard]] Result<PostgresqlConnection> greetPostgresql(const ConnectionParameters& parameters,
                                                           const Secret& options);

/// Gives a session a connection that is established already. SOCI connects by itself only: without a limit,
/// and with libpq writing to the terminal whatever the server has to say meanwhile. Throws soci::soci_error.
void openWith(soci::session& sql, PostgresqlConnection connection);

} // namespace bes::database

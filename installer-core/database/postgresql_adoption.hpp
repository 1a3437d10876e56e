// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "database/postgresql_greeting.hpp"

namespace soci {
class session;
} // namespace soci

namespace bes::database {

/// Gives a session a connection that is established already. SOCI connects by itself only: without a limit,
/// and with libpq writing to the terminal whatever the server has to say meanwhile. Throws soci::soci_error.
void openWith(soci::session& sql, PostgresqlConnection connection);

} // namespace bes::database

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <mutex>

#include "database/backend.hpp"
#include "database/odbc_session.hpp"

namespace bes::database {

/// Sets the variables by which the ODBC driver manager and FreeTDS find their settings, for the whole
/// process: what the computer's own files and the caller's variables say (also that everything is to be
/// logged) means nothing to setup. Programs that have threads call it before; the first connection does
/// otherwise.
void beginSqlserverClient();

[[nodiscard]] bool sqlserverDriverIsInstalled();

/// One server, with all that is known before the client library is asked.
struct SqlserverTarget {
    std::string host;
    std::uint16_t port = 0;
    std::string authorities; ///< the file with the certificates of those who may sign the server's; empty:
                             ///< nobody looks
};

/// FreeTDS and its settings, of which a process has one set: one connection is made after the other.
class SqlserverClient {
public:
    SqlserverClient();

    /// What to give ODBC, which holds the password. Failures database.driver, database.login for a password
    /// that ODBC can't be told.
    [[nodiscard]] Result<OdbcConnectionOptions> optionsFor(const ConnectionParameters& parameters,
                                                           const SqlserverTarget& target);

private:
    std::unique_lock<std::mutex> alone_;
};

} // namespace bes::database

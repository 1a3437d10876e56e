// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <soci/soci.h>

#include "database/backend.hpp"
#include "database/odbc_error.hpp"

namespace bes::database {

/// A constraint or a trigger refused the statement.
[[nodiscard]] bool brokeSqlserverRule(const OdbcError& error);

/// The server is a mirror, or a copy that nobody may read: its partner has the database.
[[nodiscard]] bool isMirror(const OdbcError& error);

/// What an error means, and what to do. The server's number decides, not the SQLSTATE. The server's words are
/// quoted only for numbers whose words hold no value of a row: it could be an SRP authentication key.
[[nodiscard]] Failure sqlserverFailure(const soci::soci_error& error, const ConnectionParameters& parameters,
                                       std::string what);

/// The constraint, index, table or column that the words of a broken rule name, as a half sentence; empty:
/// none.
[[nodiscard]] std::string brokenRule(const OdbcRecord& record);

} // namespace bes::database

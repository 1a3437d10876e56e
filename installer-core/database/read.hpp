// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "database/connection.hpp"
#include "model/server.hpp"

namespace bes::database {

/// All of it from one moment, whatever other programs write meanwhile. Failures database.text and
/// database.too-long: see RowRules. Throws soci::soci_error.
[[nodiscard]] Result<DatabaseContents> readContents(Connection& connection);

} // namespace bes::database

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "database/configuration_database.hpp"
#include "database/connection.hpp"

namespace bes::database {

/// Makes the schema in a database without tables and copies every row of another one into it, in one
/// transaction, at the end of which every row is compared. Failures database.exists, database.copy where rows
/// differ, run.cancelled.
[[nodiscard]] Result<std::vector<CopiedRows>> copyContents(Connection& from, Connection& to);

/// Both have the same rows. Failure database.copy.
[[nodiscard]] Result<std::vector<CopiedRows>> compareContents(Connection& from, Connection& to);

} // namespace bes::database

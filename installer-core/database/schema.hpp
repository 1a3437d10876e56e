// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "database/connection.hpp"

namespace bes::database {

// Functions of this header throw soci::soci_error.

/// Failure database.schema where the schema is not the current one, each time with what to do about it.
[[nodiscard]] Result<void> expectCurrentSchema(Connection& connection);

/// Version of a database that setup made. Failure database.schema for an empty one and for another program's.
[[nodiscard]] Result<int> schemaVersion(Connection& connection);

/// Makes the current schema where nothing is there yet. Belongs into a transaction. Failure database.exists.
[[nodiscard]] Result<void> makeSchema(Connection& connection);

/// Runs the migrations after `version`. Belongs into a transaction.
void migrate(Connection& connection, int version);

/// Failure database.schema for a schema that only a newer setup knows.
[[nodiscard]] Failure newerSchema(const Connection& connection, int version);

} // namespace bes::database

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

#include "database/backend.hpp"

namespace bes::database {

// The scripts in resources/schema, built into the program: sqlite/0002.sql is the one that makes schema 2.

[[nodiscard]] std::span<const Migration> sqliteMigrations();
[[nodiscard]] std::span<const Migration> postgresqlMigrations();
[[nodiscard]] std::span<const Migration> sqlserverMigrations();
/// Roles for the accounts that work on the tables of SQL Server.
[[nodiscard]] std::string_view sqlserverRoles();

} // namespace bes::database

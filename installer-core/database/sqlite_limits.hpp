#pragma once

#include <chrono>

namespace soci {
class session;
} // namespace soci

namespace bes::database {

/// What a file that comes from elsewhere may make SQLite do: bytes of a text, columns, depth, memory of the
/// process for SQLite, and time for all that is asked on one connection.
void limitSqlite(soci::session& sql, std::chrono::milliseconds time);

} // namespace bes::database

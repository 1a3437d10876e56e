// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

namespace soci {
class session;
} // namespace soci

namespace bes::database {

/// What a file that comes from elsewhere may make SQLite do: bytes of a text, columns, depth, memory of the
/// process for SQLite, and time for all that is asked on one connection.
void limitSqlite(soci::session& sql, std::chrono::milliseconds time);
/// The time begins anew.
void limitTimeOfSqlite(soci::session& sql, std::chrono::milliseconds time);

/// It was not that limit of memory that was reached: the system gives no more.
[[nodiscard]] bool systemHasNoMemory();

/// How long the connection waits for a lock that another program holds. A signal that comes meanwhile ends
/// the wait; one that came before does not, for what is undone then waits too.
void waitForLocks(soci::session& sql, std::chrono::milliseconds patience);
/// This thread's last wait for a lock was ended by a signal.
[[nodiscard]] bool waitWasCutOff();

} // namespace bes::database

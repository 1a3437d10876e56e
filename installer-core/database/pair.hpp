// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "database/connection.hpp"
#include "model/plan.hpp"

namespace bes::database {

// The functions of ConfigurationDatabase with the same names, and what they need of each other. They throw
// soci::soci_error.

[[nodiscard]] Result<void> reservePair(Connection& connection, const ReservePair& pair,
                                       const std::string& run, bool& mayBeThere);
void releasePair(Connection& connection, const std::string& primary, const std::string& run);
[[nodiscard]] Result<void> releaseReservation(Connection& connection, const std::string& primary);

/// Finds out why the database did not take a reservation. `broken` is what it said about a rule, where it
/// did: that is told where nothing else is found. Success when that run holds it already. Throws
/// soci::soci_error.
[[nodiscard]] Result<void> whyNotReserved(Connection& connection, const ReservePair& pair,
                                          const std::string& run, std::optional<Failure> broken);

[[nodiscard]] Failure unknownPrimary(const Connection& connection, const std::string& primary,
                                     std::string what);

[[nodiscard]] Result<void> registerStandby(Connection& connection, const RegisterStandby& standby,
                                           const std::string& run);
void unregisterStandby(Connection& connection, const std::string& standby, const std::string& run);

[[nodiscard]] Result<bool> refreshStandby(Connection& connection, const RegisterStandby& standby);
[[nodiscard]] Result<void> removePair(Connection& connection, const std::string& primary,
                                      const std::string& standby);

/// Makes that run's final pair a reservation again and removes the standby's row; nothing where there is
/// none. Belongs into a transaction.
void removeStandby(soci::session& sql, const std::string& standby, const std::string& run);

} // namespace bes::database

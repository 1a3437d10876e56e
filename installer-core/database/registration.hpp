// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "database/connection.hpp"
#include "model/plan.hpp"

namespace bes::database {

// The functions of ConfigurationDatabase with the same names. They throw soci::soci_error.

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

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "database/connection.hpp"
#include "model/plan.hpp"

namespace bes::database {

// The functions of ConfigurationDatabase with the same names and parameters. They throw soci::soci_error.

[[nodiscard]] Result<void> reservePair(Connection& connection, const ReservePair& pair,
                                       const std::string& run, bool& mayBeThere);
void releasePair(Connection& connection, const std::string& primary, const std::string& run);
[[nodiscard]] Result<void> releaseReservation(Connection& connection, const std::string& primary);

} // namespace bes::database

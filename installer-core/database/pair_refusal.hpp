// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "database/connection.hpp"
#include "model/plan.hpp"

namespace bes::database {

/// Finds out why the database did not take a reservation. Success when that run holds it already. Throws
/// soci::soci_error.
[[nodiscard]] Result<void> whyNotReserved(Connection& connection, const ReservePair& pair,
                                          const std::string& run);

[[nodiscard]] Failure unknownPrimary(const Connection& connection, const std::string& primary,
                                     std::string what);

} // namespace bes::database

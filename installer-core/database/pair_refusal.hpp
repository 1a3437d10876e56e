// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "database/connection.hpp"
#include "model/plan.hpp"

namespace bes::database {

/// Finds out why the database did not take a reservation. `broken` is what it said about a rule, where it
/// did: that is told where nothing else is found. Success when that run holds it already. Throws
/// soci::soci_error.
[[nodiscard]] Result<void> whyNotReserved(Connection& connection, const ReservePair& pair,
                                          const std::string& run, std::optional<Failure> broken);

[[nodiscard]] Failure unknownPrimary(const Connection& connection, const std::string& primary,
                                     std::string what);

} // namespace bes::database

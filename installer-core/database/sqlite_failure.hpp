// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <soci/soci.h>

#include "database/backend.hpp"

namespace bes::database {

/// SQLite's primary result code (SQLITE_BUSY …).
[[nodiscard]] int sqliteCode(const soci::soci_error& error);

[[nodiscard]] Failure sqliteFailure(const soci::soci_error& error, const ConnectionParameters& parameters,
                                    std::string what);

} // namespace bes::database

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace bes::database {

/// The constraint or column, with its table, that a PostgreSQL server's sentence about a broken rule names,
/// as a half sentence; of setup's own triggers what they say. Empty: it names none. Nothing else of the
/// sentence is handed on: a trigger of somebody else's could put the value of a row into it.
[[nodiscard]] std::string brokenPostgresqlRule(std::string_view words);

} // namespace bes::database

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace bes::database {

/// How it is told that a rule is broken.
inline constexpr std::string_view againstRule =
    "a rule of the database does not allow it, or another program changed the same entries at this moment";
/// The same with the rule, where it has a name.
[[nodiscard]] std::string againstRuleOf(const std::string& rule);

/// The column, with its table, or the condition that SQLite's words about a broken rule name, as a half
/// sentence; of setup's own triggers what they say. Empty: they name none.
[[nodiscard]] std::string brokenSqliteRule(std::string_view words);

/// The constraint or column, with its table, that a PostgreSQL server's sentence about a broken rule names,
/// as a half sentence; of setup's own triggers what they say. Empty: it names none. Nothing else of the
/// sentence is handed on: a trigger of somebody else's could put the value of a row into it.
[[nodiscard]] std::string brokenPostgresqlRule(std::string_view words);

} // namespace bes::database

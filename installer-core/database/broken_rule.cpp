// SPDX-License-Identifier: Apache-2.0
#include "database/broken_rule.hpp"

#include <algorithm>
#include <span>

#include "database/embedded_schema.hpp"
#include "database/table_rows.hpp"
#include "model/server.hpp"
#include "text/visible.hpp"

namespace bes::database {
namespace {

/// What stands in quotation marks after the last of these words.
std::string quotedAfter(std::string_view words, std::string_view before) {
    const auto found = words.rfind(before);
    if (found == std::string_view::npos)
        return {};
    words.remove_prefix(found + before.size());
    return shownText(words.substr(0, words.find('"')), 150);
}

/// About a key that is there twice the server names no table; names that it made itself begin with it.
std::string tableIn(std::string_view constraint) {
    for (const Table& table : schemaTables()) {
        const std::size_t size = table.name.size();
        if (constraint.size() > size && sameName(constraint.substr(0, size), table.name) &&
            constraint.substr(size).starts_with('_'))
            return std::string(table.name);
    }
    return {};
}

bool saysOwnTrigger(std::span<const Migration> migrations, std::string_view words) {
    const std::string quoted = "'" + std::string(words) + "'";
    return std::ranges::any_of(migrations, [&](const Migration& migration) {
        return migration.script.find(quoted) != std::string_view::npos;
    });
}

/// The columns after these words, "BESPair.PrimaryId" or several of them.
std::string columnsAfter(std::string_view words, std::string_view before) {
    const auto found = words.find(before);
    return found == std::string_view::npos ? std::string()
                                           : shownText(words.substr(found + before.size()), 150);
}

} // namespace

std::string againstRuleOf(const std::string& rule) {
    return std::string(againstRule) + (rule.empty() ? "" : " (" + rule + ")");
}

std::string brokenSqliteRule(std::string_view words) {
    // SOCI puts the name of its function before them
    if (const auto colon = words.find(": "); words.starts_with("sqlite3_") && colon != std::string_view::npos)
        words.remove_prefix(colon + 2);
    if (saysOwnTrigger(sqliteMigrations(), words))
        return std::string(words);
    if (const std::string twice = columnsAfter(words, "UNIQUE constraint failed: "); !twice.empty())
        return "unique " + twice;
    if (const std::string empty = columnsAfter(words, "NOT NULL constraint failed: "); !empty.empty())
        return "empty column " + empty;
    if (const std::string check = columnsAfter(words, "CHECK constraint failed: "); !check.empty())
        return "check " + check;
    return words == "FOREIGN KEY constraint failed" ? "a reference to a row that does not exist" : "";
}

std::string brokenPostgresqlRule(std::string_view words) {
    if (saysOwnTrigger(postgresqlMigrations(), words))
        return std::string(words);
    std::string table = quotedAfter(words, "relation \"");
    if (table.empty())
        table = quotedAfter(words, "table \"");
    if (const std::string column = quotedAfter(words, "null value in column \""); !column.empty())
        return "empty column " + column + (table.empty() ? "" : " of " + table);
    const std::string constraint = quotedAfter(words, "constraint \"");
    if (table.empty())
        table = tableIn(constraint);
    return constraint + (constraint.empty() || table.empty() ? "" : " of " + table);
}

} // namespace bes::database

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "database/connection.hpp"

namespace bes::database {

struct TableColumn {
    std::string_view name;
    bool isNumber = false;
};

/// A table of the schema; the first column is a number by which its rows are read a part at a time.
struct Table {
    std::string_view name;
    std::span<const TableColumn> columns;
    bool givesIds = false; ///< the database numbers new rows by itself
};

/// In an order in which rows can be inserted: BESPair needs its primary's row, and a standby's needs BESPair.
[[nodiscard]] std::span<const Table> schemaTables();
[[nodiscard]] const Table& schemaTable(std::string_view name);

struct TableValue {
    std::string text;
    long long number = 0;
    soci::indicator there = soci::i_ok; ///< or i_null

    std::strong_ordering operator<=>(const TableValue& other) const;
    bool operator==(const TableValue& other) const { return std::is_eq(*this <=> other); }
};

/// Rows of one table. What they held is overwritten at their end: it may be SRP authentication keys.
class TableRows {
public:
    using Row = std::vector<TableValue>;

    TableRows() = default;
    TableRows(TableRows&&) noexcept = default;
    TableRows& operator=(TableRows&&) noexcept = default;
    ~TableRows();

    std::vector<Row> rows;
};

/// From first to last, by the first column.
struct NumberRange {
    long long first = 0;
    long long last = 0;
};

// These throw soci::soci_error.

/// The least number above that one.
[[nodiscard]] std::optional<long long> nextNumber(soci::session& sql, const Table& table, long long above);
[[nodiscard]] long long countRows(soci::session& sql, const Table& table);
/// In no order.
[[nodiscard]] TableRows readRows(soci::session& sql, const Table& table, const NumberRange& range);
void insertRows(soci::session& sql, const Table& table, const std::vector<TableRows::Row>& rows);

} // namespace bes::database

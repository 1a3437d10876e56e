// SPDX-License-Identifier: Apache-2.0
#include "database/table_rows.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

#include <openssl/crypto.h>

namespace bes::database {
namespace {

constexpr std::array serverColumns{TableColumn{"Id", true},
                                   TableColumn{"ServerName"},
                                   TableColumn{"MachineName"},
                                   TableColumn{"FullyQualifiedName"},
                                   TableColumn{"DominoServer"},
                                   TableColumn{"ProductVersion"},
                                   TableColumn{"Role"},
                                   TableColumn{"SRPIdentifier"},
                                   TableColumn{"SRPAuthenticationKey"},
                                   TableColumn{"SRPHost"},
                                   TableColumn{"SRPPort", true},
                                   TableColumn{"ActsAs"}};
constexpr std::array addressColumns{TableColumn{"ServerConfigId", true}, TableColumn{"Address"}};
constexpr std::array componentColumns{TableColumn{"ServerConfigId", true}, TableColumn{"Component"}};
constexpr std::array userColumns{TableColumn{"Id", true},    TableColumn{"ServerConfigId", true},
                                 TableColumn{"DisplayName"}, TableColumn{"MailboxSMTPAddr"},
                                 TableColumn{"MailboxDN"},   TableColumn{"StateDatabasePath"}};
constexpr std::array pairColumns{TableColumn{"PrimaryId", true}, TableColumn{"PrimaryComputer"},
                                 TableColumn{"StandbyId", true}, TableColumn{"StandbyName"},
                                 TableColumn{"StandbyComputer"}, TableColumn{"State"},
                                 TableColumn{"RunId"},           TableColumn{"Since"}};

constexpr std::array tables{Table{"ServerConfig", serverColumns, true}, Table{"BESPair", pairColumns},
                            Table{"ServerAddress", addressColumns},
                            Table{"ServerComponent", componentColumns},
                            Table{"UserConfig", userColumns, true}};

/// "Id, ServerName" or ":Id, :ServerName".
std::string columnList(const Table& table, const char* before) {
    std::string list;
    for (const TableColumn& column : table.columns)
        list.append(list.empty() ? "" : ", ").append(before).append(column.name);
    return list;
}

std::string keyOf(const Table& table) {
    return std::string(table.columns.front().name);
}

void cleanse(TableValue& value) {
    OPENSSL_cleanse(value.text.data(), value.text.size());
    value.text.clear();
}

} // namespace

std::span<const Table> schemaTables() {
    return tables;
}

const Table& schemaTable(std::string_view name) {
    const auto* const found = std::ranges::find(tables, name, &Table::name);
    if (found == tables.end())
        throw std::logic_error("no table of the schema");
    return *found;
}

std::strong_ordering TableValue::operator<=>(const TableValue& other) const {
    if (there != other.there)
        return there <=> other.there;
    if (const auto byText = text <=> other.text; std::is_neq(byText))
        return byText;
    return number <=> other.number;
}

TableRows::~TableRows() {
    for (Row& row : rows)
        std::ranges::for_each(row, cleanse);
}

std::optional<long long> nextNumber(soci::session& sql, const Table& table, long long above) {
    long long number = 0;
    soci::indicator there = soci::i_null;
    sql << "SELECT min(" + keyOf(table) + ") FROM " + std::string(table.name) + " WHERE " + keyOf(table) +
               " > :above",
        soci::use(above, "above"), soci::into(number, there);
    return there == soci::i_ok ? std::optional(number) : std::nullopt;
}

long long countRows(soci::session& sql, const Table& table) {
    long long count = 0;
    sql << "SELECT count(*) FROM " + std::string(table.name), soci::into(count);
    return count;
}

TableRows readRows(soci::session& sql, const Table& table, const NumberRange& range) {
    TableRows read;
    TableRows::Row row(table.columns.size());
    soci::statement rows(sql);
    for (std::size_t i = 0; i < row.size(); ++i)
        if (table.columns[i].isNumber)
            rows.exchange(soci::into(row[i].number, row[i].there));
        else
            rows.exchange(soci::into(row[i].text, row[i].there));
    rows.exchange(soci::use(range.first, "first"));
    rows.exchange(soci::use(range.last, "last"));
    rows.alloc();
    rows.prepare("SELECT " + columnList(table, "") + " FROM " + std::string(table.name) + " WHERE " +
                 keyOf(table) + " BETWEEN :first AND :last");
    rows.define_and_bind();
    rows.execute();
    while (rows.fetch()) {
        for (TableValue& value : row)
            if (value.there == soci::i_null) { // the systems differ in what they leave there
                value.text.clear();
                value.number = 0;
            }
        read.rows.push_back(row);
    }
    std::ranges::for_each(row, cleanse);
    return read;
}

void insertRows(soci::session& sql, const Table& table, const std::vector<TableRows::Row>& rows) {
    TableRows::Row row(table.columns.size());
    soci::statement insertion(sql);
    for (std::size_t i = 0; i < row.size(); ++i) {
        const std::string name(table.columns[i].name);
        if (table.columns[i].isNumber)
            insertion.exchange(soci::use(row[i].number, row[i].there, name));
        else
            insertion.exchange(soci::use(row[i].text, row[i].there, name));
    }
    insertion.alloc();
    insertion.prepare("INSERT INTO " + std::string(table.name) + " (" + columnList(table, "") + ") VALUES (" +
                      columnList(table, ":") + ")");
    insertion.define_and_bind();
    for (const TableRows::Row& each : rows) {
        std::ranges::copy(each, row.begin()); // the statement knows the places in `row`
        insertion.execute(true);
    }
    std::ranges::for_each(row, cleanse);
}

} // namespace bes::database

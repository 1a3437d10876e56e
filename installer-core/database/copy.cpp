// SPDX-License-Identifier: Apache-2.0
#include "database/copy.hpp"

#include <algorithm>
#include <functional>
#include <limits>

#include "database/schema.hpp"
#include "database/table_rows.hpp"
#include "host/interruption.hpp"
#include "host/process.hpp"
#include "model/server.hpp"
#include "model/try.hpp"

namespace bes::database {
namespace {

using Row = TableRows::Row;

constexpr auto notCopied = "The BlackBerry Configuration Database was not copied";
/// Rows that are held at a time, of tables whose rows have ids of their own. For each such part a server may
/// take what it may take for everything else that setup asks: it can be far away.
constexpr long long partSize = 200;

/// Reads a table a part at a time; each is handed to `take` with its range.
Result<void> forEachPart(Connection& from, const Table& table,
                         const std::function<Result<void>(TableRows&, const NumberRange&)>& take) {
    long long last = std::numeric_limits<long long>::min();
    while (true) {
        if (host::stopOfProcess().stop_requested())
            return fail(host::cancelled());
        TRY_ASSIGN(const auto next, guarded(from, notCopied, [&]() -> Result<std::optional<long long>> {
                       from.renewLimit();
                       return nextNumber(from.sql(), table, last);
                   }));
        if (!next)
            return {};
        last = *next > std::numeric_limits<long long>::max() - partSize
                   ? std::numeric_limits<long long>::max()
                   : *next + partSize - 1;
        const NumberRange range{*next, last};
        TRY_ASSIGN(auto part, guarded(from, notCopied, [&]() -> Result<TableRows> {
                       return readRows(from.sql(), table, range);
                   }));
        TRY(take(part, range));
    }
}

std::size_t columnOf(const Table& table, std::string_view name) {
    return static_cast<std::size_t>(std::ranges::find(table.columns, name, &TableColumn::name) -
                                    table.columns.begin());
}

/// Those rows of a table that `wanted` lets through; it may change them.
Result<void> copyTable(Connection& from, Connection& to, const Table& table,
                       const std::function<bool(Row&)>& wanted) {
    if (table.givesIds)
        to.backend().beginGivenIds(to.sql(), std::string(table.name));
    TRY(forEachPart(from, table, [&](TableRows& part, const NumberRange&) -> Result<void> {
        to.renewLimit();
        std::erase_if(part.rows, [&](Row& row) { return !wanted(row); });
        insertRows(to.sql(), table, part.rows);
        return {};
    }));
    if (table.givesIds)
        to.backend().endGivenIds(to.sql(), std::string(table.name));
    return {};
}

bool every(Row& /*row*/) {
    return true;
}

Result<void> copyServers(Connection& from, Connection& to, Role role) {
    const Table& servers = schemaTable("ServerConfig");
    const std::size_t column = columnOf(servers, "Role");
    return copyTable(from, to, servers, [&](Row& row) { return row[column].text == toString(role); });
}

/// A pair begins as a reservation, as the rules of the schema want it.
Result<void> copyReservations(Connection& from, Connection& to) {
    const Table& pairs = schemaTable("BESPair");
    const std::size_t standby = columnOf(pairs, "StandbyId");
    const std::size_t state = columnOf(pairs, "State");
    return copyTable(from, to, pairs, [&](Row& row) {
        row[standby].there = soci::i_null;
        row[state].text = toString(PairState::reserved);
        return true;
    });
}

Result<void> makePairsFinal(Connection& from, Connection& to) {
    const Table& pairs = schemaTable("BESPair");
    const std::size_t standby = columnOf(pairs, "StandbyId");
    return forEachPart(from, pairs, [&](TableRows& part, const NumberRange&) -> Result<void> {
        for (const Row& row : part.rows)
            if (row[standby].there == soci::i_ok)
                to.sql() << "UPDATE BESPair SET StandbyId = :standby, State = 'final' WHERE PrimaryId = :id",
                    soci::use(row[standby].number, "standby"), soci::use(row.front().number, "id");
        return {};
    });
}

/// A standby's row needs the reservation of its primary, and a final pair needs the standby's row.
Result<void> copyTables(Connection& from, Connection& to) {
    TRY(copyServers(from, to, Role::primary));
    TRY(copyReservations(from, to));
    TRY(copyServers(from, to, Role::standby));
    TRY(makePairsFinal(from, to));
    for (const char* table : {"ServerAddress", "ServerComponent", "UserConfig"})
        TRY(copyTable(from, to, schemaTable(table), every));
    return {};
}

Failure differs(Connection& from, Connection& to, const Table& table, const std::string& where) {
    return {ExitCode::database, "database.copy", notCopied,
            std::string(table.name) + " in " + to.place() + " is not as in " + from.place() + ": " + where,
            "Make sure that no other program changes the databases, then copy again into an empty database."};
}

/// The rows of a part are sorted here: the systems sort texts in ways of their own.
Result<void> compareParts(Connection& from, Connection& to, const Table& table, TableRows& part,
                          const NumberRange& range) {
    to.renewLimit();
    TRY_ASSIGN(auto other, guarded(to, notCopied,
                                   [&]() -> Result<TableRows> { return readRows(to.sql(), table, range); }));
    std::ranges::sort(part.rows);
    std::ranges::sort(other.rows);
    const auto different = std::ranges::mismatch(part.rows, other.rows);
    const bool here = different.in1 != part.rows.end();
    if (!here && different.in2 == other.rows.end())
        return {};
    const Row& row = here ? *different.in1 : *different.in2;
    return fail(differs(from, to, table,
                        "the row with " + std::string(table.columns.front().name) + " " +
                            std::to_string(row.front().number)));
}

Result<CopiedRows> compareTable(Connection& from, Connection& to, const Table& table) {
    const auto count = [&](Connection& connection) {
        return guarded(connection, notCopied,
                       [&]() -> Result<long long> { return countRows(connection.sql(), table); });
    };
    TRY(forEachPart(from, table, [&](TableRows& part, const NumberRange& range) {
        return compareParts(from, to, table, part, range);
    }));
    TRY_ASSIGN(const auto wanted, count(from));
    TRY_ASSIGN(const auto found, count(to));
    if (found != wanted)
        return fail(
            differs(from, to, table, std::to_string(found) + " rows instead of " + std::to_string(wanted)));
    return CopiedRows{std::string(table.name), wanted};
}

Result<std::vector<CopiedRows>> compareTables(Connection& from, Connection& to) {
    std::vector<CopiedRows> copied;
    for (const Table& table : schemaTables()) {
        TRY_ASSIGN(auto same, compareTable(from, to, table));
        copied.push_back(std::move(same));
    }
    return copied;
}

/// From one moment, as far as the system can give it: what changes meanwhile is found by comparing.
template<class Work>
Result<std::vector<CopiedRows>> fromOneMoment(Connection& from, Work work) {
    return guarded(from, notCopied, [&]() -> Result<std::vector<CopiedRows>> {
        const ReadTransaction oneMoment(from);
        return work();
    });
}

} // namespace

Result<std::vector<CopiedRows>> copyContents(Connection& from, Connection& to) {
    return fromOneMoment(from, [&] {
        return guarded(to, notCopied, [&]() -> Result<std::vector<CopiedRows>> {
            WriteTransaction transaction(to);
            TRY(makeSchema(to));
            TRY(copyTables(from, to));
            auto copied = compareTables(from, to);
            if (copied)
                transaction.commit();
            return copied;
        });
    });
}

Result<std::vector<CopiedRows>> compareContents(Connection& from, Connection& to) {
    return fromOneMoment(from, [&] { return compareTables(from, to); });
}

} // namespace bes::database

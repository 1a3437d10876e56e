// SPDX-License-Identifier: Apache-2.0
#include "database/odbc_error.hpp"

#include <algorithm>
#include <array>

#include "database/odbc_api.hpp"
#include "text/utf16.hpp"

namespace bes::database {
namespace {

/// Before the words of every record stand the names of those that handed them on: "[FreeTDS][SQL Server]…".
std::string_view withoutOrigins(std::string_view words) {
    while (words.starts_with('[')) {
        const auto end = words.find(']');
        if (end == std::string_view::npos)
            break;
        words.remove_prefix(end + 1);
    }
    return words;
}

std::string summary(const std::vector<OdbcRecord>& records) {
    return records.empty() ? "the ODBC driver says nothing" : records.front().words;
}

} // namespace

OdbcError::OdbcError(std::vector<OdbcRecord> records)
    : soci::soci_error(summary(records)), records_(std::move(records)) {
}

bool OdbcError::has(int number) const {
    return std::ranges::any_of(records_, [&](const OdbcRecord& record) { return record.number == number; });
}

std::vector<OdbcRecord> odbcRecords(short handleType, void* handle) {
    constexpr SQLSMALLINT most = 100;
    std::vector<OdbcRecord> records;
    for (SQLSMALLINT at = 1; at <= most; ++at) {
        std::array<char16_t, 6> state{};
        std::array<char16_t, 2048> words{};
        SQLINTEGER number = 0;
        SQLSMALLINT length = 0;
        const SQLRETURN outcome =
            SQLGetDiagRecW(handleType, handle, at, wide(state.data()), &number, wide(words.data()),
                           static_cast<SQLSMALLINT>(words.size()), &length);
        if (!SQL_SUCCEEDED(outcome))
            break;
        records.push_back({utf8Of(state.data()), static_cast<int>(number),
                           std::string(withoutOrigins(utf8Of(words.data())))});
    }
    return records;
}

void expectDone(short outcome, short handleType, void* handle) {
    if (!SQL_SUCCEEDED(outcome) && outcome != SQL_NO_DATA)
        throw OdbcError(odbcRecords(handleType, handle));
}

} // namespace bes::database

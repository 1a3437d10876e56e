// SPDX-License-Identifier: Apache-2.0
#include "unit/database/sqlserver_named.hpp"

#include <array>
#include <cstdlib>
#include <stdexcept>

#include "database/odbc_api.hpp"
#include "database/odbc_error.hpp"
#include "database/odbc_session.hpp"
#include "text/utf16.hpp"

using namespace bes::database;

namespace {

constexpr auto variable = "BES_TEST_SQLSERVER";

std::string named(const std::string& name) {
    const char* const value = std::getenv(variable);
    const std::string all = ";" + std::string(value ? value : "") + ";";
    const auto found = all.find(";" + name + "=");
    if (found == std::string::npos)
        return {};
    const auto begin = found + name.size() + 2;
    return all.substr(begin, all.find(';', begin) - begin);
}

Connection connect() {
    auto connection = Connection::open(
        {NamedSqlserver::address(), NamedSqlserver::password(), std::chrono::seconds(60)}, Access::write);
    if (!connection)
        throw std::runtime_error(connection.error().why);
    return std::move(*connection);
}

std::string valueAt(SQLHANDLE statement, SQLUSMALLINT column) {
    std::array<char16_t, 4001> text{};
    SQLLEN length = 0;
    expectDone(SQLGetData(statement, column, SQL_C_WCHAR, text.data(), sizeof text, &length), SQL_HANDLE_STMT,
               statement);
    return length == SQL_NULL_DATA ? "NULL" : bes::utf8Of(text.data());
}

} // namespace

bool NamedSqlserver::isNamed() {
    return std::getenv(variable) != nullptr;
}

bes::DatabaseAddress NamedSqlserver::address() {
    bes::DatabaseAddress address;
    address.backend = "sqlserver";
    address.server = named("server");
    address.name = named("database");
    address.user = named("user");
    address.tls = named("tls").empty() ? address.tls : named("tls");
    address.caFile = named("ca-file");
    return address;
}

bes::Secret NamedSqlserver::password() {
    return bes::Secret(named("password"));
}

RawSqlserver::RawSqlserver() : connection_(connect()) {
}

std::string RawSqlserver::rows(const std::string& sql) {
    auto& session = *static_cast<OdbcSession*>(connection_.sql().get_backend());
    OdbcHandle<SQL_HANDLE_STMT> statement;
    if (!statement.make(session.connection()))
        throw std::runtime_error("no statement");
    const std::u16string words = bes::utf16Of(sql);
    expectDone(SQLExecDirectW(statement.get(), wide(words.data()), static_cast<SQLINTEGER>(words.size())),
               SQL_HANDLE_STMT, statement.get());
    std::string text;
    for (SQLRETURN next = SQL_SUCCESS; next != SQL_NO_DATA; next = SQLMoreResults(statement.get())) {
        expectDone(next, SQL_HANDLE_STMT, statement.get());
        SQLSMALLINT columns = 0;
        SQLNumResultCols(statement.get(), &columns);
        while (columns > 0) {
            const SQLRETURN fetched = SQLFetch(statement.get());
            expectDone(fetched, SQL_HANDLE_STMT, statement.get());
            if (fetched == SQL_NO_DATA)
                break;
            for (SQLSMALLINT i = 1; i <= columns; ++i)
                text += valueAt(statement.get(), static_cast<SQLUSMALLINT>(i)) + (i < columns ? "|" : "\n");
        }
    }
    return text;
}

void RawSqlserver::run(const std::string& sql) {
    (void)rows(sql);
}

bool RawSqlserver::refuses(const std::string& sql) {
    constexpr int noNumber = 245;
    try {
        run(sql);
        return false;
    } catch (const OdbcError& error) {
        if (connection_.backend().brokeRule(error) || error.has(noNumber))
            return true;
        throw;
    }
}

// SPDX-License-Identifier: Apache-2.0
#include "database/odbc_statement.hpp"

#include <algorithm>

#include "database/named_parameters.hpp"
#include "database/odbc_error.hpp"
#include "database/odbc_values.hpp"
#include "text/utf16.hpp"

namespace bes::database {
namespace {

constexpr int readOnly = 3906; ///< what a server says of a database that takes no changes

bool changesRows(std::string_view statement) {
    return statement.starts_with("INSERT") || statement.starts_with("UPDATE") ||
           statement.starts_with("DELETE");
}

} // namespace

void OdbcStatement::alloc() {
    if (!handle_.make(session_.connection()))
        throw OdbcError(odbcRecords(SQL_HANDLE_DBC, session_.connection()));
    expectDone(SQLSetStmtAttrW(handle(), SQL_ATTR_QUERY_TIMEOUT,
                               attribute(static_cast<SQLULEN>(session_.statementLimit().count())),
                               SQL_IS_UINTEGER),
               SQL_HANDLE_STMT, handle());
}

void OdbcStatement::clean_up() {
    handle_ = {};
}

void OdbcStatement::prepare(std::string const& query, soci::details::statement_type type) {
    PositionedStatement statement = positioned(query);
    text_ = std::move(statement.text);
    names_ = std::move(statement.names);
    once_ = type == soci::details::st_one_time_query;
}

void OdbcStatement::bindParameters() {
    expectDone(SQLFreeStmt(handle(), SQL_RESET_PARAMS), SQL_HANDLE_STMT, handle());
    for (std::size_t i = 0; i < names_.size(); ++i) {
        const auto named = std::ranges::find_if(
            parameters_, [&](const OdbcParameter* parameter) { return parameter->name() == names_[i]; });
        // one without a name stands where it was given
        const bool byPlace =
            named == parameters_.end() && i < parameters_.size() && parameters_[i]->name().empty();
        if (named == parameters_.end() && !byPlace)
            throw soci::soci_error("no value is given for :" + names_[i]);
        (byPlace ? parameters_[i] : *named)->bind(handle(), static_cast<SQLUSMALLINT>(i + 1));
    }
}

void OdbcStatement::runWithoutParameters(const std::string& text) {
    (void)SQLFreeStmt(handle(), SQL_CLOSE); // rows of the time before that nobody wanted
    const std::u16string words = utf16Of(text);
    expectDone(SQLExecDirectW(handle(), wide(words.data()), static_cast<SQLINTEGER>(words.size())),
               SQL_HANDLE_STMT, handle());
    noteAffected();
}

void OdbcStatement::noteAffected() {
    SQLLEN count = 0;
    affected_ = SQL_SUCCEEDED(SQLRowCount(handle(), &count)) && count > 0 ? count : 0;
}

/// False where no result has rows: what changes something answers by a number.
bool OdbcStatement::goToRows() {
    while (true) {
        SQLSMALLINT columns = 0;
        expectDone(SQLNumResultCols(handle(), &columns), SQL_HANDLE_STMT, handle());
        if (columns > 0)
            return true;
        const SQLRETURN next = SQLMoreResults(handle());
        expectDone(next, SQL_HANDLE_STMT, handle());
        if (next == SQL_NO_DATA)
            return false;
    }
}

void OdbcStatement::takeOtherResults() {
    SQLRETURN next = SQL_SUCCESS;
    while (next != SQL_NO_DATA) {
        next = SQLMoreResults(handle());
        expectDone(next, SQL_HANDLE_STMT, handle());
    }
}

OdbcStatement::exec_fetch_result OdbcStatement::execute(int number) {
    if (!session_.mayChange() && changesRows(text_))
        throw OdbcError({{"25000", readOnly, "this connection only reads"}});
    bindParameters();
    runWithoutParameters(text_);
    if (!goToRows()) {
        fetched_ = false;
        return ef_no_data;
    }
    return number > 0 ? fetch(number) : ef_success;
}

OdbcStatement::exec_fetch_result OdbcStatement::fetch(int /*number*/) {
    const SQLRETURN outcome = SQLFetch(handle());
    expectDone(outcome, SQL_HANDLE_STMT, handle());
    fetched_ = outcome != SQL_NO_DATA;
    if (fetched_)
        for (OdbcColumn* column : columns_)
            column->read();
    if (!fetched_ || once_) // nobody asks for a second row
        takeOtherResults();
    return fetched_ ? ef_success : ef_no_data;
}

std::string OdbcStatement::get_parameter_name(int index) const {
    return names_.at(static_cast<std::size_t>(index));
}

int OdbcStatement::prepare_for_describe() {
    throw soci::soci_error("columns are not described here");
}

void OdbcStatement::describe_column(int /*number*/, soci::data_type& /*type*/, std::string& /*name*/) {
    throw soci::soci_error("columns are not described here");
}

soci::details::standard_into_type_backend* OdbcStatement::make_into_type_backend() {
    return new OdbcColumn(*this); // SOCI deletes it, as the others
}

soci::details::standard_use_type_backend* OdbcStatement::make_use_type_backend() {
    return new OdbcParameter(*this);
}

soci::details::vector_into_type_backend* OdbcStatement::make_vector_into_type_backend() {
    throw soci::soci_error("rows come one by one here");
}

soci::details::vector_use_type_backend* OdbcStatement::make_vector_use_type_backend() {
    throw soci::soci_error("rows go one by one here");
}

} // namespace bes::database

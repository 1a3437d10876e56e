// SPDX-License-Identifier: Apache-2.0
#include "database/odbc_values.hpp"

#include <array>
#include <limits>
#include <string_view>

#include <openssl/crypto.h>

#include "database/odbc_error.hpp"
#include "text/utf16.hpp"

namespace bes::database {
namespace {

using soci::details::exchange_type;

/// nvarchar goes so far; longer texts are another type.
constexpr SQLULEN longestNvarchar = 4000;

void expectKnown(exchange_type type) {
    if (type != soci::details::x_stdstring && type != soci::details::x_integer &&
        type != soci::details::x_long_long)
        throw soci::soci_error("only texts and whole numbers go to this database and come from it");
}

/// Piece by piece: a column may be longer than any buffer. What a piece was in is overwritten, it may have
/// been a key.
std::optional<std::string> readText(SQLHANDLE statement, SQLUSMALLINT column) {
    std::array<char16_t, 1024> piece{};
    std::u16string text;
    for (bool more = true; more;) {
        SQLLEN length = 0;
        const SQLRETURN outcome =
            SQLGetData(statement, column, SQL_C_WCHAR, piece.data(), sizeof piece, &length);
        expectDone(outcome, SQL_HANDLE_STMT, statement);
        if (length == SQL_NULL_DATA)
            return std::nullopt;
        if (outcome != SQL_NO_DATA)
            text.append(std::u16string_view(piece.data())); // it ends with a null character
        more = outcome == SQL_SUCCESS_WITH_INFO;
    }
    std::string utf8 = utf8Of(text);
    OPENSSL_cleanse(piece.data(), sizeof piece);
    OPENSSL_cleanse(text.data(), text.size() * sizeof(char16_t));
    return utf8;
}

std::optional<long long> readNumber(SQLHANDLE statement, SQLUSMALLINT column) {
    SQLBIGINT number = 0;
    SQLLEN length = 0;
    expectDone(SQLGetData(statement, column, SQL_C_SBIGINT, &number, sizeof number, &length), SQL_HANDLE_STMT,
               statement);
    return length == SQL_NULL_DATA ? std::nullopt : std::optional<long long>(number);
}

int asInt(long long number) {
    if (number < std::numeric_limits<int>::min() || number > std::numeric_limits<int>::max())
        throw soci::soci_error("a number in the database is too large");
    return static_cast<int>(number);
}

} // namespace

void OdbcParameter::bind(SQLHANDLE statement, SQLUSMALLINT position) const {
    // ODBC takes the places of values that it only reads without const
    const bool isText = type_ == soci::details::x_stdstring;
    const bool isLong = isText && text_.size() > longestNvarchar;
    const auto type = static_cast<SQLSMALLINT>(!isText  ? SQL_BIGINT
                                               : isLong ? SQL_WLONGVARCHAR
                                                        : SQL_WVARCHAR);
    const SQLULEN size = !isText ? 0 : isLong ? text_.size() : longestNvarchar;
    const void* const place = isText ? static_cast<const void*>(text_.data()) : &number_;
    expectDone(SQLBindParameter(statement, position, SQL_PARAM_INPUT,
                                static_cast<SQLSMALLINT>(isText ? SQL_C_WCHAR : SQL_C_SBIGINT), type, size, 0,
                                const_cast<void*>(place), 0, &length_),
               SQL_HANDLE_STMT, statement);
}

void OdbcParameter::bind_by_pos(int& position, void* value, exchange_type type, bool /*readOnly*/) {
    ++position;
    bind_by_name({}, value, type, true);
}

void OdbcParameter::bind_by_name(std::string const& name, void* value, exchange_type type,
                                 bool /*readOnly*/) {
    expectKnown(type);
    name_ = name;
    value_ = value;
    type_ = type;
    statement_.take(*this);
}

void OdbcParameter::pre_use(soci::indicator const* indicator) {
    forget();
    if (type_ == soci::details::x_stdstring) {
        text_ = utf16Of(*static_cast<const std::string*>(value_));
        length_ = static_cast<SQLLEN>(text_.size() * sizeof(char16_t));
    } else {
        number_ = type_ == soci::details::x_integer ? *static_cast<const int*>(value_)
                                                    : *static_cast<const long long*>(value_);
        length_ = sizeof number_;
    }
    if (indicator != nullptr && *indicator == soci::i_null)
        length_ = SQL_NULL_DATA;
}

void OdbcParameter::forget() {
    OPENSSL_cleanse(text_.data(), text_.size() * sizeof(char16_t));
    text_.clear();
}

void OdbcColumn::define_by_pos(int& position, void* value, exchange_type type) {
    expectKnown(type);
    position_ = static_cast<SQLUSMALLINT>(position++);
    value_ = value;
    type_ = type;
    statement_.take(*this);
}

void OdbcColumn::read() {
    if (type_ == soci::details::x_stdstring)
        text_ = readText(statement_.handle(), position_);
    else
        number_ = readNumber(statement_.handle(), position_);
}

void OdbcColumn::post_fetch(bool gotData, bool /*calledFromFetch*/, soci::indicator* indicator) {
    if (!gotData)
        return;
    const bool isText = type_ == soci::details::x_stdstring;
    const bool isThere = isText ? text_.has_value() : number_.has_value();
    if (isText)
        *static_cast<std::string*>(value_) = std::move(text_).value_or(std::string());
    else if (type_ == soci::details::x_integer)
        *static_cast<int*>(value_) = asInt(number_.value_or(0));
    else
        *static_cast<long long*>(value_) = number_.value_or(0);
    if (indicator != nullptr)
        *indicator = isThere ? soci::i_ok : soci::i_null;
    else if (!isThere)
        throw soci::soci_error("a column is empty that must not be");
}

} // namespace bes::database

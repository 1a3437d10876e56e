// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include <soci/soci.h>

#include "database/odbc_statement.hpp"

namespace bes::database {

/// A value that goes into a statement: a text or a whole number.
class OdbcParameter final : public soci::details::standard_use_type_backend {
public:
    explicit OdbcParameter(OdbcStatement& statement) : statement_(statement) {}
    OdbcParameter(const OdbcParameter&) = delete;
    OdbcParameter& operator=(const OdbcParameter&) = delete;
    ~OdbcParameter() override { forget(); }

    [[nodiscard]] const std::string& name() const { return name_; }
    /// Binds its value at a place of the statement, which may use it several times.
    void bind(SQLHANDLE statement, SQLUSMALLINT position) const;

    void bind_by_pos(int& position, void* value, soci::details::exchange_type type, bool readOnly) override;
    void bind_by_name(std::string const& name, void* value, soci::details::exchange_type type,
                      bool readOnly) override;
    void pre_use(soci::indicator const* indicator) override;
    void post_use(bool /*gotData*/, soci::indicator* /*indicator*/) override {}
    void clean_up() override { forget(); }

private:
    void forget();

    OdbcStatement& statement_;
    std::string name_;
    const void* value_ = nullptr;
    soci::details::exchange_type type_ = soci::details::x_stdstring;
    std::u16string text_;
    long long number_ = 0;
    mutable SQLLEN length_ = 0; ///< in bytes, or SQL_NULL_DATA; ODBC takes it without const
};

/// A column whose values come out of a statement: texts or whole numbers.
class OdbcColumn final : public soci::details::standard_into_type_backend {
public:
    explicit OdbcColumn(OdbcStatement& statement) : statement_(statement) {}

    /// Of the row that the statement is at.
    void read();

    void define_by_pos(int& position, void* value, soci::details::exchange_type type) override;
    void pre_fetch() override {}
    void post_fetch(bool gotData, bool calledFromFetch, soci::indicator* indicator) override;
    void clean_up() override {}

private:
    OdbcStatement& statement_;
    SQLUSMALLINT position_ = 0;
    void* value_ = nullptr;
    soci::details::exchange_type type_ = soci::details::x_stdstring;
    std::optional<std::string> text_;
    std::optional<long long> number_;
};

} // namespace bes::database

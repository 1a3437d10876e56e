// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <soci/soci.h>

#include "database/odbc_api.hpp"
#include "database/odbc_session.hpp"

namespace bes::database {

class OdbcColumn;
class OdbcParameter;

/// One statement. Its text goes to the server each time that it runs, with parameters beside it.
class OdbcStatement final : public soci::details::statement_backend {
public:
    explicit OdbcStatement(OdbcSession& session) : session_(session) {}

    void runWithoutParameters(const std::string& text);
    /// Goes through what else the server sent: an error may stand behind a result.
    void takeOtherResults();

    [[nodiscard]] SQLHANDLE handle() const { return handle_.get(); }
    // Those that are there for the whole life of the statement.
    void take(const OdbcParameter& parameter) { parameters_.push_back(&parameter); }
    void take(OdbcColumn& column) { columns_.push_back(&column); }

    void alloc() override;
    void clean_up() override;
    void prepare(std::string const& query, soci::details::statement_type type) override;
    exec_fetch_result execute(int number) override;
    exec_fetch_result fetch(int number) override;
    long long get_affected_rows() override { return affected_; }
    int get_number_of_rows() override { return fetched_ ? 1 : 0; }
    std::string get_parameter_name(int index) const override;
    std::string rewrite_for_procedure_call(std::string const& query) override { return query; }
    int prepare_for_describe() override;
    void describe_column(int number, soci::data_type& type, std::string& name) override;
    soci::details::standard_into_type_backend* make_into_type_backend() override;
    soci::details::standard_use_type_backend* make_use_type_backend() override;
    soci::details::vector_into_type_backend* make_vector_into_type_backend() override;
    soci::details::vector_use_type_backend* make_vector_use_type_backend() override;

private:
    void bindParameters();
    void noteAffected();
    [[nodiscard]] bool goToRows();

    OdbcSession& session_;
    OdbcHandle<SQL_HANDLE_STMT> handle_;
    std::string text_;
    std::vector<std::string> names_;
    std::vector<const OdbcParameter*> parameters_;
    std::vector<OdbcColumn*> columns_;
    long long affected_ = 0;
    bool fetched_ = false;
    bool once_ = false;
};

} // namespace bes::database

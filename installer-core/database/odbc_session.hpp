// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include <soci/soci.h>

#include "database/odbc_api.hpp"
#include "model/secret.hpp"

namespace bes::database {

/// How to connect.
struct OdbcConnectionOptions {
    Secret text; ///< "DRIVER=…;UID=…;PWD=…", in UTF-8
    std::chrono::seconds login{};
    std::chrono::seconds statement{}; ///< for each
};

/// SOCI over ODBC by setup's own code. SOCI's own backend sends every text in one code page and cuts others
/// off, keeps the first record of an error only, does not look for errors behind the first result, and keeps
/// the password.
class OdbcSession final : public soci::details::session_backend {
public:
    /// Connects. Throws OdbcError.
    explicit OdbcSession(const OdbcConnectionOptions& options);

    /// Runs a text without parameters, with all results that it has. Throws OdbcError.
    void run(const std::string& text);

    [[nodiscard]] SQLHANDLE connection() const { return connection_.get(); }
    [[nodiscard]] std::chrono::seconds statementLimit() const { return statementLimit_; }

    /// From now on statements of SOCI that change rows are refused, as a server would for a read-only
    /// session.
    void forbidChanges() { mayChange_ = false; }
    [[nodiscard]] bool mayChange() const { return mayChange_; }

    /// Where the server's answers come, which ODBC does not tell.
    void setSocket(std::optional<int> socket) { socket_ = socket; }
    [[nodiscard]] std::optional<int> socket() const { return socket_; }

    /// The failover partner that this is, which only its caller knows.
    void setPartner(const std::string& partner) { partner_ = partner; }
    [[nodiscard]] const std::string& partner() const { return partner_; }

    bool is_connected() override { return true; }
    void begin() override;
    void commit() override;
    /// Also where the server has taken the transaction back already.
    void rollback() override;
    std::string get_dummy_from_table() const override { return {}; }
    std::string get_backend_name() const override { return "odbc"; }
    soci::details::statement_backend* make_statement_backend() override;
    soci::details::rowid_backend* make_rowid_backend() override;
    soci::details::blob_backend* make_blob_backend() override;

private:
    class Connection {
    public:
        explicit Connection(SQLHANDLE environment);
        ~Connection();
        Connection(const Connection&) = delete;
        Connection& operator=(const Connection&) = delete;
        [[nodiscard]] SQLHANDLE get() const { return handle_.get(); }

    private:
        OdbcHandle<SQL_HANDLE_DBC> handle_;
    };

    OdbcHandle<SQL_HANDLE_ENV> environment_;
    Connection connection_;
    std::chrono::seconds statementLimit_;
    std::optional<int> socket_;
    std::string partner_;
    bool mayChange_ = true;
};

/// Opens a SOCI session. Throws OdbcError.
void openWith(soci::session& sql, const OdbcConnectionOptions& options);

} // namespace bes::database

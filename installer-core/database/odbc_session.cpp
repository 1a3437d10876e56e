// SPDX-License-Identifier: Apache-2.0
#include "database/odbc_session.hpp"

#include <new>

#include <openssl/crypto.h>

#include "database/odbc_error.hpp"
#include "database/odbc_statement.hpp"
#include "text/utf16.hpp"

namespace bes::database {
namespace {

constexpr int noTransaction = 3903; ///< what the server says of a ROLLBACK where nothing is left to take back

OdbcHandle<SQL_HANDLE_ENV> makeEnvironment() {
    OdbcHandle<SQL_HANDLE_ENV> environment;
    if (!environment.make(nullptr))
        throw std::bad_alloc();
    expectDone(SQLSetEnvAttr(environment.get(), SQL_ATTR_ODBC_VERSION, attribute(SQL_OV_ODBC3), 0),
               SQL_HANDLE_ENV, environment.get());
    return environment;
}

/// The text with the password, as wide characters. It is overwritten when it goes.
class WideSecret {
public:
    explicit WideSecret(const Secret& secret) : text_(utf16Of(secret.reveal())) {}
    WideSecret(const WideSecret&) = delete;
    WideSecret& operator=(const WideSecret&) = delete;
    ~WideSecret() { OPENSSL_cleanse(text_.data(), text_.size() * sizeof(char16_t)); }
    [[nodiscard]] const std::u16string& text() const { return text_; }

private:
    std::u16string text_;
};

void setNumber(SQLHANDLE connection, SQLINTEGER name, SQLULEN value) {
    expectDone(SQLSetConnectAttrW(connection, name, attribute(value), SQL_IS_UINTEGER), SQL_HANDLE_DBC,
               connection);
}

class Factory final : public soci::backend_factory {
public:
    explicit Factory(const OdbcConnectionOptions& options) : options_(options) {}
    soci::details::session_backend* make_session(const soci::connection_parameters&) const override {
        return new OdbcSession(options_); // SOCI deletes it
    }

private:
    const OdbcConnectionOptions& options_;
};

} // namespace

OdbcSession::Connection::Connection(SQLHANDLE environment) {
    if (!handle_.make(environment))
        throw OdbcError(odbcRecords(SQL_HANDLE_ENV, environment));
}

OdbcSession::Connection::~Connection() {
    (void)SQLDisconnect(handle_.get());
}

OdbcSession::OdbcSession(const OdbcConnectionOptions& options)
    : environment_(makeEnvironment()), connection_(environment_.get()), statementLimit_(options.statement) {
    setNumber(connection_.get(), SQL_ATTR_LOGIN_TIMEOUT, static_cast<SQLULEN>(options.login.count()));
    const WideSecret text(options.text);
    // never a window that asks for what is missing
    expectDone(SQLDriverConnectW(connection_.get(), nullptr, wide(text.text().data()),
                                 static_cast<SQLSMALLINT>(text.text().size()), nullptr, 0, nullptr,
                                 SQL_DRIVER_NOPROMPT),
               SQL_HANDLE_DBC, connection_.get());
}

void OdbcSession::run(const std::string& text) {
    OdbcStatement statement(*this);
    statement.alloc();
    statement.runWithoutParameters(text);
    statement.takeOtherResults();
}

void OdbcSession::begin() {
    run("BEGIN TRANSACTION");
}

void OdbcSession::commit() {
    run("COMMIT TRANSACTION");
}

void OdbcSession::rollback() {
    try {
        run("IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION");
    } catch (const OdbcError& error) {
        if (!error.has(noTransaction))
            throw;
    }
}

soci::details::statement_backend* OdbcSession::make_statement_backend() {
    return new OdbcStatement(*this); // SOCI deletes it
}

soci::details::rowid_backend* OdbcSession::make_rowid_backend() {
    throw soci::soci_error("rows have no id here");
}

soci::details::blob_backend* OdbcSession::make_blob_backend() {
    throw soci::soci_error("there are no blobs here");
}

void openWith(soci::session& sql, const OdbcConnectionOptions& options) {
    sql.open(Factory(options), {});
}

} // namespace bes::database

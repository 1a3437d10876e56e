// SPDX-License-Identifier: Apache-2.0
#include "database/connection.hpp"

#include <utility>

#include "host/dead_memory.hpp"
#include "model/try.hpp"

namespace bes::database {

Connection::Connection(const Backend& backend, ConnectionParameters parameters)
    : backend_(&backend), parameters_(std::move(parameters)), session_(std::make_unique<soci::session>()) {
}

Result<Connection> Connection::open(ConnectionParameters parameters, Access access) {
    TRY_ASSIGN(const auto backend, Backend::find(parameters.address.backend));
    Connection connection(*backend, std::move(parameters));
    TRY(backend->connect(connection.sql(), connection.parameters_, access));
    host::overwriteDeadMemory(); // the client has put the password into texts
    connection.limitAnswers();
    return connection;
}

Result<Connection> Connection::openNew(ConnectionParameters parameters) {
    TRY_ASSIGN(const auto backend, Backend::find(parameters.address.backend));
    Connection connection(*backend, std::move(parameters));
    TRY(backend->connectNew(connection.sql(), connection.parameters_));
    host::overwriteDeadMemory(); // the client has put the password into texts
    connection.limitAnswers();
    return connection;
}

void Connection::limitAnswers() {
    if (const auto socket = backend_->socket(*session_))
        limit_ = std::make_unique<AnswerLimit>(*socket, parameters_.patience * answerPatience);
}

void Connection::renewLimit() {
    if (limit_ && !limit_->failure({}, {})) // one that has passed is told by the next error
        limitAnswers();
    backend_->renewLimit(*session_, parameters_.patience * answerPatience);
}

Failure Connection::failure(const soci::soci_error& error, std::string what) const {
    if (limit_)
        if (auto cut = limit_->failure(place(), what))
            return std::move(*cut);
    return backend_->failure(error, parameters_, std::move(what));
}

namespace {

void takeBackAsFarAsPossible(soci::session& sql) noexcept {
    try {
        sql.rollback();
    } catch (
        const soci::soci_error&) { // NOLINT(bugprone-empty-catch): the system has taken it back by itself
    }
}

} // namespace

ReadTransaction::ReadTransaction(Connection& connection) : connection_(connection) {
    connection_.backend().beginReading(connection_.sql());
}

ReadTransaction::~ReadTransaction() {
    takeBackAsFarAsPossible(connection_.sql());
}

WriteTransaction::WriteTransaction(Connection& connection) : connection_(connection) {
    connection_.backend().beginWriting(connection_.sql());
}

void WriteTransaction::commit() {
    connection_.setCommitting(true);
    connection_.sql().commit();
    connection_.setCommitting(false);
    open_ = false;
}

void WriteTransaction::takeBack() noexcept {
    if (!open_)
        return;
    open_ = false;
    takeBackAsFarAsPossible(connection_.sql());
}

} // namespace bes::database

#include "database/connection.hpp"

#include <utility>

#include "host/dead_memory.hpp"

namespace bes::database {

Connection::Connection(const Backend& backend, Target target)
    : backend_(&backend), target_(std::move(target)), session_(std::make_unique<soci::session>()) {
}

Result<Connection> Connection::open(Target target, Access access) {
    const auto backend = Backend::find(target.address.backend);
    if (!backend)
        return fail(backend.error());
    Connection connection(**backend, std::move(target));
    if (auto connected = (*backend)->connect(connection.sql(), connection.target_, access); !connected)
        return fail(std::move(connected.error()));
    host::overwriteDeadMemory(); // the client has put the password into texts
    connection.limitAnswers();
    return connection;
}

Result<Connection> Connection::openNew(Target target) {
    const auto backend = Backend::find(target.address.backend);
    if (!backend)
        return fail(backend.error());
    Connection connection(**backend, std::move(target));
    if (auto connected = (*backend)->connectNew(connection.sql(), connection.target_); !connected)
        return fail(std::move(connected.error()));
    host::overwriteDeadMemory(); // the client has put the password into texts
    connection.limitAnswers();
    return connection;
}

void Connection::limitAnswers() {
    if (const auto socket = backend_->socket(*session_))
        limit_ = std::make_unique<AnswerLimit>(*socket, target_.patience * answerPatience);
}

Failure Connection::failure(const soci::soci_error& error, std::string what) const {
    if (limit_)
        if (auto cut = limit_->failure(place(), what))
            return std::move(*cut);
    return backend_->failure(error, target_, std::move(what));
}

WriteTransaction::WriteTransaction(Connection& connection) : connection_(connection) {
    connection_.backend().beginWriting(connection_.sql());
}

void WriteTransaction::commit() {
    connection_.sql().commit();
    open_ = false;
}

void WriteTransaction::takeBack() noexcept {
    if (!open_)
        return;
    open_ = false;
    try {
        connection_.sql().rollback();
    } catch (
        const soci::soci_error&) { // NOLINT(bugprone-empty-catch): the system has taken it back by itself
    }
}

} // namespace bes::database

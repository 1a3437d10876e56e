// SPDX-License-Identifier: Apache-2.0
#include "database/postgresql_connecting.hpp"

#include <new>
#include <optional>

#include <fmt/format.h>
#include <libpq-fe.h>

#include "database/answer_limit.hpp"
#include "database/postgresql_failure.hpp"
#include "database/server_identity.hpp"
#include "host/process.hpp"
#include "host/sockets.hpp"
#include "model/redacted.hpp"
#include "text/quantities.hpp"
#include "text/visible.hpp"

namespace bes::database {
namespace {

using Clock = std::chrono::steady_clock;

enum class Stage { network, tls, login };

Stage stageOf(const PGconn* connection, Stage before) {
    switch (PQstatus(connection)) {
    case CONNECTION_NEEDED:
    case CONNECTION_STARTED:
    case CONNECTION_MADE:
        return Stage::network;
    case CONNECTION_SSL_STARTUP:
        return Stage::tls;
    case CONNECTION_BAD:
        return before;
    default:
        return Stage::login;
    }
}

struct Outcome {
    bool connected = false;
    bool inTime = true;
    std::optional<Failure> cut = {}; ///< the server did not stop talking
    Stage stage = Stage::network;
};

/// libpq tries one address after the other, each with a socket of its own.
class SocketGuard {
public:
    void follow(int socket, std::chrono::milliseconds left) {
        if (socket < 0 || socket == socket_)
            return;
        limit_ = std::make_unique<AnswerLimit>(socket, left + std::chrono::seconds(1));
        socket_ = socket;
    }
    [[nodiscard]] std::optional<Failure> failure(const std::string& place) const {
        return limit_ ? limit_->failure(place, cantBeOpened) : std::nullopt;
    }

private:
    int socket_ = -1;
    std::unique_ptr<AnswerLimit> limit_;
};

Outcome connect(PGconn* connection, const ConnectionParameters& parameters) {
    const auto end = Clock::now() + parameters.patience;
    SocketGuard guard;
    Outcome outcome;
    auto next = PQstatus(connection) == CONNECTION_BAD ? PGRES_POLLING_FAILED : PGRES_POLLING_WRITING;
    while (next != PGRES_POLLING_OK && next != PGRES_POLLING_FAILED) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now());
        const auto readiness = next == PGRES_POLLING_READING ? host::Readiness::read : host::Readiness::write;
        if (left.count() <= 0 || !host::waitFor(PQsocket(connection), readiness, left)) {
            outcome.inTime = false;
            return outcome;
        }
        guard.follow(PQsocket(connection), left);
        outcome.stage = stageOf(connection, outcome.stage);
        next = PQconnectPoll(connection);
        outcome.stage = stageOf(connection, outcome.stage);
    }
    outcome.connected = next == PGRES_POLLING_OK;
    outcome.cut = guard.failure(parameters.address.place());
    return outcome;
}

/// The words without those about the place, which stand in the sentence before them: 'connection to server at
/// "db" (192.0.2.1), port 5432 failed: Connection refused\n\tIs the server …'
std::string reason(std::string_view text, const Secret& password) {
    constexpr std::string_view before = " failed: ";
    if (const auto found = text.rfind(before); found != std::string_view::npos)
        text.remove_prefix(found + before.size());
    return shownText(redacted(text.substr(0, text.find('\n')), password));
}

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

Failure tlsFailure(const DatabaseAddress& address, const std::string& words) {
    Remedy remedy("Check the TLS settings of the server and its log.");
    if (contains(words, "does not support SSL"))
        remedy = {"Enable TLS on the server (ssl = on). If you trust the network, turn encryption off.",
                  {{"database.tls", "off"}}};
    else if (contains(words, "does not match host name"))
        remedy = remedyOfWrongName();
    else if (contains(words, "certificate verify failed"))
        remedy = remedyOfUntrusted("openssl s_client -starttls postgres -connect " + address.server + ":" +
                                   std::to_string(address.port));
    return notAsSecure(address, words, std::move(remedy));
}

Failure noAnswer(const DatabaseAddress& address, const std::string& words) {
    return {ExitCode::database,
            "database.connect",
            cantBeOpened,
            address.place() + ": " + words,
            address.bySocket() ? "Check that the server is running and has its socket in that folder "
                                 "(unix_socket_directories)."
                               : "Check the name and port of the server, that it is running and accepts "
                                 "connections from other computers (listen_addresses), and the firewalls.",
            address.bySocket() ? std::vector<NamedAnswer>{{"database.server"}}
                               : std::vector<NamedAnswer>{{"database.server"}, {"database.port"}}};
}

Failure passwordMissing(const DatabaseAddress& address) {
    return {ExitCode::database,
            "database.login",
            cantBeOpened,
            address.place() + " requires a password for " + address.user + ", and none is given",
            "Enter the password.",
            {{"database.password"}}};
}

Failure whyNot(PGconn* connection, const Outcome& outcome, const ConnectionParameters& parameters) {
    const DatabaseAddress& address = parameters.address;
    if (outcome.cut)
        return *outcome.cut;
    if (!outcome.inTime)
        return noAnswer(address, fmt::format("no answer within {}", inSeconds(parameters.patience)));
    const std::string text = PQerrorMessage(connection);
    if (PQconnectionNeedsPassword(connection) != 0)
        return passwordMissing(address);
    if (const auto state = sqlStateIn(text))
        return sqlStateFailure(*state, serverWords(text, parameters.password), parameters, cantBeOpened);
    const std::string words = reason(text, parameters.password);
    return outcome.stage == Stage::tls ? tlsFailure(address, words) : noAnswer(address, words);
}

} // namespace

void FinishPostgresql::operator()(pg_conn* connection) const {
    PQfinish(connection);
}

Result<PostgresqlConnection> greetPostgresql(const ConnectionParameters& parameters, const Secret& options) {
    const host::EnglishMessages english;
    PostgresqlConnection connection(PQconnectStart(options.reveal().data()));
    if (!connection)
        throw std::bad_alloc();
    // before the first byte comes: libpq would write it to the terminal, with all that steers one
    PQsetNoticeReceiver(
        connection.get(), [](void*, const PGresult*) {}, nullptr);
    PQsetErrorVerbosity(connection.get(), PQERRORS_VERBOSE); // with the SQLSTATE
    const Outcome outcome = connect(connection.get(), parameters);
    if (outcome.connected)
        return connection;
    return fail(whyNot(connection.get(), outcome, parameters));
}

} // namespace bes::database

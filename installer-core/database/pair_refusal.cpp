// SPDX-License-Identifier: Apache-2.0
#include "database/pair.hpp"

#include <optional>

#include "database/typed_command.hpp"
#include "model/server.hpp"

namespace bes::database {
namespace {

std::string notReserved(const ReservePair& pair) {
    return pair.primary + " was not reserved for the standby " + pair.standby + " on " + pair.computer;
}

/// A pair as the database has it, with the server that it was looked up for.
std::optional<Pair> findPair(soci::session& sql, const std::string& condition, const std::string& value) {
    Pair pair;
    std::string state;
    sql << "SELECT ServerName, StandbyName, StandbyComputer, State, RunId, Since FROM BESPair "
           "JOIN ServerConfig ON ServerConfig.Id = BESPair.PrimaryId WHERE " +
               condition + " = :value",
        soci::use(value, "value"), soci::into(pair.primary), soci::into(pair.standby),
        soci::into(pair.standbyComputer), soci::into(state), soci::into(pair.run), soci::into(pair.since);
    if (!sql.got_data())
        return std::nullopt;
    pair.state = state == toString(PairState::final) ? PairState::final : PairState::reserved;
    return pair;
}

struct KnownServer {
    std::string name;
    std::string computer;
    bool isPrimary = false;
};

std::optional<KnownServer> findServer(soci::session& sql, const std::string& column,
                                      const std::string& value) {
    KnownServer server;
    std::string role;
    sql << "SELECT ServerName, MachineName, Role FROM ServerConfig WHERE " + column + " = :value",
        soci::use(value, "value"), soci::into(server.name), soci::into(server.computer), soci::into(role);
    if (!sql.got_data())
        return std::nullopt;
    server.isPrimary = role == toString(Role::primary);
    return server;
}

Failure standbyExists(const Connection& connection, const Pair& found, const ReservePair& wanted) {
    if (found.state == PairState::final)
        return {ExitCode::standbyExists,
                "pair.standby-exists",
                notReserved(wanted),
                found.primary + " already has the standby " + found.standby + " on " + found.standbyComputer +
                    ", and a primary has only one",
                "Choose another primary, or remove that standby first.",
                {{"primary.name"}}};
    return {ExitCode::standbyExists,
            "pair.standby-exists",
            notReserved(wanted),
            "a setup run on " + found.standbyComputer + " has been installing the standby " + found.standby +
                " for " + found.primary + " since " + found.since,
            "Wait until that run has ended. If its computer is lost, release the primary",
            {},
            typedCommand({"release", found.primary}, connection.parameters().address)};
}

Failure computerTaken(const Pair& found, const ReservePair& wanted) {
    return {ExitCode::isStandbyOfAnother, "pair.computer-taken", notReserved(wanted),
            wanted.computer +
                (found.state == PairState::final ? " already has the standby "
                                                 : " is reserved for the standby ") +
                found.standby + " of " + found.primary,
            "Install on another computer, or remove that standby first."};
}

Failure computerIsPrimary(const KnownServer& server, const ReservePair& wanted) {
    return {ExitCode::isPrimary, "pair.computer-is-primary", notReserved(wanted),
            server.computer + " has the primary " + server.name + ", and a primary can't become a standby",
            "Install the standby on another computer."};
}

Failure nameTaken(const std::string& why, const ReservePair& wanted) {
    return {ExitCode::blocked,
            "pair.name-taken",
            notReserved(wanted),
            why,
            "Choose another name for the standby.",
            {{"standby.name"}}};
}

Failure otherRule(const Connection& connection, const ReservePair& wanted) {
    return {ExitCode::database, "database.query", notReserved(wanted),
            "another program changed the pairs in " + connection.place() + " at this moment",
            "Run setup again."};
}

/// What is wrong with the primary itself.
std::optional<Failure> aboutPrimary(Connection& connection, const ReservePair& pair) {
    const auto primary = findServer(connection.sql(), "ServerName", pair.primary);
    if (!primary)
        return unknownPrimary(connection, pair.primary, notReserved(pair));
    if (!primary->isPrimary)
        return Failure{ExitCode::primaryUnknown, "primary.unknown",
                       notReserved(pair),        primary->name + " is a standby itself",
                       "Choose a primary.",      {{"primary.name"}}};
    if (sameName(primary->computer, pair.computer))
        return Failure{ExitCode::sameComputer, "pair.same-computer", notReserved(pair),
                       primary->name + " itself is on " + primary->computer,
                       "Install the standby on another computer."};
    return std::nullopt;
}

/// Who else has the computer or the name.
std::optional<Failure> aboutStandby(soci::session& sql, const ReservePair& pair) {
    if (const auto other = findPair(sql, "StandbyComputer", pair.computer))
        return computerTaken(*other, pair);
    if (const auto server = findServer(sql, "MachineName", pair.computer); server && server->isPrimary)
        return computerIsPrimary(*server, pair);
    if (const auto server = findServer(sql, "ServerName", pair.standby))
        return nameTaken("a server named " + server->name + " exists on " + server->computer, pair);
    if (const auto other = findPair(sql, "StandbyName", pair.standby))
        return nameTaken(
            "a standby named " + other->standby + " is being installed on " + other->standbyComputer, pair);
    return std::nullopt;
}

} // namespace

Failure unknownPrimary(const Connection& connection, const std::string& primary, std::string what) {
    return {ExitCode::primaryUnknown,
            "primary.unknown",
            std::move(what),
            connection.place() + " has no primary named " + primary,
            "List the servers and pairs",
            {{"primary.name"}},
            typedCommand({"show"}, connection.parameters().address)};
}

Result<void> whyNotReserved(Connection& connection, const ReservePair& pair, const std::string& run,
                            std::optional<Failure> broken) {
    soci::session& sql = connection.sql();
    const ReadTransaction oneMoment(connection);
    if (auto failure = aboutPrimary(connection, pair))
        return fail(std::move(*failure));
    if (const auto found = findPair(sql, "ServerName", pair.primary)) {
        const bool ours = found->run == run && sameName(found->standby, pair.standby) &&
                          sameName(found->standbyComputer, pair.computer);
        if (ours)
            return {};
        return fail(standbyExists(connection, *found, pair));
    }
    if (auto failure = aboutStandby(sql, pair))
        return fail(std::move(*failure));
    if (!broken)
        return fail(otherRule(connection, pair));
    broken->what = notReserved(pair);
    return fail(std::move(*broken));
}

} // namespace bes::database

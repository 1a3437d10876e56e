// SPDX-License-Identifier: Apache-2.0
#include "database/opening.hpp"

#include "database/schema.hpp"
#include "host/root.hpp"
#include "model/system_words.hpp"

namespace bes::database {

ConnectionParameters usualParameters(const DatabaseAddress& address, const Secret& password) {
    return {address, password, usualPatience};
}

Result<Connection> openCurrent(const ConnectionParameters& parameters, Access access) {
    auto connection = Connection::open(parameters, access);
    if (!connection)
        return connection;
    auto current = guarded(*connection, "The BlackBerry Configuration Database can't be read",
                           [&] { return expectCurrentSchema(*connection); });
    if (!current)
        return fail(std::move(current.error()));
    return connection;
}

Result<Connection> openForReading(const ConnectionParameters& parameters, Purpose purpose) {
    auto connection = openCurrent(parameters, Access::read);
    if (connection || purpose == Purpose::look || connection.error().id != "database.interrupted-write")
        return connection;
    auto recovered = openCurrent(parameters, Access::write);
    return recovered ? std::move(recovered) : std::move(connection);
}

bool isAboutConnection(const Failure& failure) {
    return failure.id == "database.connect" || failure.id == "database.lost" ||
           failure.id == "database.busy" || failure.id == "database.tls" || failure.id == "database.login";
}

bool leavesCommitOpen(const Connection& connection, const Failure& failure) {
    return connection.isCommitting() && (failure.id == "database.lost" || failure.id == "database.busy");
}

Failure stillOpen(Failure commit, const Failure& look) {
    commit.why += "; whether the change was made before that could not be looked up: " + look.why;
    return commit;
}

Failure asStranger(Failure failure, const host::OtherWriter& stranger) {
    if (!failure.byRights)
        return failure;
    failure.why +=
        "; setup tried this with the permissions of " + stranger.who + ", because " + describe(stranger);
    failure.remedy = "Give " + stranger.who + " permission to read and write the file, or let only " +
                     administratorOf(host::thisSystem()) + " write " + stranger.path.string() + ".";
    return failure;
}

} // namespace bes::database

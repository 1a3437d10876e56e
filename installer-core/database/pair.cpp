// SPDX-License-Identifier: Apache-2.0
#include "database/pair.hpp"

#include <optional>

#include "database/typed_command.hpp"
#include "text/utc.hpp"

namespace bes::database {
namespace {

/// False where there is no such primary. The database's rules decide whether it can be reserved.
bool insertReservation(soci::session& sql, const ReservePair& pair, const std::string& run) {
    const std::string since = utcNow();
    soci::statement insertion =
        (sql.prepare << "INSERT INTO BESPair "
                        "(PrimaryId, PrimaryComputer, StandbyName, StandbyComputer, State, RunId, Since) "
                        "SELECT Id, MachineName, :standby, :computer, 'reserved', :run, :since "
                        "FROM ServerConfig WHERE ServerName = :primary",
         soci::use(pair.standby, "standby"), soci::use(pair.computer, "computer"), soci::use(run, "run"),
         soci::use(since, "since"), soci::use(pair.primary, "primary"));
    insertion.execute(true);
    return insertion.get_affected_rows() == 1;
}

/// What a dead run of the same computer holds ends in the moment in which this run takes its place: there is
/// none in which another computer could come in between.
void endReservation(soci::session& sql, const std::string& run) {
    sql << "DELETE FROM BESPair WHERE RunId = :run AND State = 'reserved'", soci::use(run, "run");
}

} // namespace

Result<void> reservePair(Connection& connection, const ReservePair& pair, const std::string& run,
                         bool& mayBeThere) {
    WriteTransaction transaction(connection);
    std::optional<Failure> broken;
    try {
        if (!pair.replaces.empty())
            endReservation(connection.sql(), pair.replaces);
        if (insertReservation(connection.sql(), pair, run)) {
            mayBeThere = true;
            transaction.commit();
            return {};
        }
    } catch (const soci::soci_error& error) {
        if (!connection.backend().brokeRule(error))
            throw;
        broken = connection.failure(error, {});
    }
    transaction.takeBack();
    return whyNotReserved(connection, pair, run, std::move(broken));
}

void releasePair(Connection& connection, const std::string& primary, const std::string& run) {
    soci::session& sql = connection.sql();
    WriteTransaction transaction(connection);
    std::string standby;
    sql << "SELECT StandbyName FROM BESPair JOIN ServerConfig ON ServerConfig.Id = BESPair.PrimaryId "
           "WHERE ServerName = :primary AND RunId = :run",
        soci::use(primary, "primary"), soci::use(run, "run"), soci::into(standby);
    if (!sql.got_data())
        return;
    removeStandby(sql, standby, run);
    sql << "DELETE FROM BESPair WHERE StandbyName = :standby AND RunId = :run", soci::use(standby, "standby"),
        soci::use(run, "run");
    transaction.commit();
}

Result<void> releaseReservation(Connection& connection, const std::string& primary) {
    soci::session& sql = connection.sql();
    WriteTransaction transaction(connection);
    long long id = 0;
    sql << "SELECT Id FROM ServerConfig WHERE ServerName = :primary AND Role = 'primary'",
        soci::use(primary, "primary"), soci::into(id);
    if (!sql.got_data())
        return fail(
            unknownPrimary(connection, primary, "The reservation of " + primary + " was not released"));
    sql << "DELETE FROM BESPair WHERE PrimaryId = :id AND State = 'reserved'", soci::use(id, "id");
    std::string standby;
    sql << "SELECT StandbyName FROM BESPair WHERE PrimaryId = :id", soci::use(id, "id"), soci::into(standby);
    if (sql.got_data())
        return fail(ExitCode::standbyExists, "pair.final", "The pair of " + primary + " was not released",
                    "its standby " + standby + " is installed, so this is not a reservation",
                    Remedy("Remove the standby with setup on its computer. If that computer is lost, release "
                           "the primary",
                           {},
                           typedCommand({"release", primary, "--standby", standby},
                                        connection.parameters().address)));
    transaction.commit();
    return {};
}

} // namespace bes::database

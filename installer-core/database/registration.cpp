// SPDX-License-Identifier: Apache-2.0
#include "database/pair.hpp"

#include "text/utc.hpp"

namespace bes::database {
namespace {

/// The credentials go from row to row inside the database: no variable of this program ever holds the key.
/// False where that run holds no reservation for this standby.
bool insertStandby(soci::session& sql, const RegisterStandby& standby, const std::string& run) {
    soci::statement insertion =
        (sql.prepare
             << "INSERT INTO ServerConfig (ServerName, MachineName, FullyQualifiedName, DominoServer, "
                "ProductVersion, Role, SRPIdentifier, SRPAuthenticationKey, SRPHost, SRPPort) "
                "SELECT BESPair.StandbyName, BESPair.StandbyComputer, :fqdn, :domino, :version, 'standby', "
                "SRPIdentifier, SRPAuthenticationKey, SRPHost, SRPPort "
                "FROM ServerConfig JOIN BESPair ON BESPair.PrimaryId = ServerConfig.Id "
                "WHERE ServerName = :primary AND StandbyName = :standby AND StandbyComputer = :computer "
                "AND RunId = :run AND State = 'reserved'",
         soci::use(standby.fullyQualifiedName, "fqdn"), soci::use(standby.dominoServer, "domino"),
         soci::use(standby.version, "version"), soci::use(standby.primary, "primary"),
         soci::use(standby.standby, "standby"), soci::use(standby.computer, "computer"),
         soci::use(run, "run"));
    insertion.execute(true);
    return insertion.get_affected_rows() == 1;
}

bool isRegistered(soci::session& sql, const RegisterStandby& standby, const std::string& run) {
    int count = 0;
    sql << "SELECT count(*) FROM BESPair JOIN ServerConfig ON ServerConfig.Id = BESPair.PrimaryId "
           "WHERE ServerName = :primary AND StandbyName = :standby AND StandbyComputer = :computer "
           "AND RunId = :run AND State = 'final'",
        soci::use(standby.primary, "primary"), soci::use(standby.standby, "standby"),
        soci::use(standby.computer, "computer"), soci::use(run, "run"), soci::into(count);
    return count == 1;
}

/// Values that stand twice are written once.
void insertValues(soci::session& sql, const std::string& insertion, long long id,
                  const std::vector<std::string>& values) {
    std::string value;
    soci::statement insert = (sql.prepare << insertion, soci::use(id, "id"), soci::use(value, "value"));
    for (const std::string& each : values) {
        value = each;
        insert.execute(true);
    }
}

void insertDetails(soci::session& sql, const RegisterStandby& standby, long long id) {
    insertValues(sql,
                 "INSERT INTO ServerAddress (ServerConfigId, Address) SELECT :id, :value WHERE NOT EXISTS "
                 "(SELECT 1 FROM ServerAddress WHERE ServerConfigId = :id AND Address = :value)",
                 id, standby.addresses);
    insertValues(
        sql,
        "INSERT INTO ServerComponent (ServerConfigId, Component) SELECT :id, :value WHERE NOT EXISTS "
        "(SELECT 1 FROM ServerComponent WHERE ServerConfigId = :id AND Component = :value)",
        id, standby.components);
}

void makeFinal(soci::session& sql, const std::string& standby, long long id) {
    const std::string since = utcNow();
    sql << "UPDATE BESPair SET StandbyId = :id, State = 'final', Since = :since WHERE StandbyName = :standby",
        soci::use(id, "id"), soci::use(since, "since"), soci::use(standby, "standby");
}

Failure notReserved(const RegisterStandby& standby) {
    return {ExitCode::database, "pair.not-reserved", "The standby " + standby.standby + " was not registered",
            "the reservation of " + standby.primary + " for this run is gone: it was released",
            "Find out who released it, then run setup again."};
}

int usersOf(soci::session& sql, const std::string& standby) {
    int users = 0;
    sql << "SELECT count(*) FROM UserConfig JOIN ServerConfig ON ServerConfig.Id = ServerConfigId "
           "WHERE ServerName = :standby",
        soci::use(standby, "standby"), soci::into(users);
    return users;
}

Failure hasUsers(const std::string& standby, int users) {
    return {ExitCode::database, "standby.users", "The standby " + standby + " was not removed",
            std::to_string(users) + " users are assigned to it in the database",
            "Move them to another server in the BlackBerry Administration Service first."};
}

} // namespace

Result<void> registerStandby(Connection& connection, const RegisterStandby& standby, const std::string& run) {
    soci::session& sql = connection.sql();
    WriteTransaction transaction(connection);
    if (!insertStandby(sql, standby, run)) {
        if (isRegistered(sql, standby, run))
            return {};
        return fail(notReserved(standby));
    }
    long long id = 0;
    sql << "SELECT Id FROM ServerConfig WHERE ServerName = :standby", soci::use(standby.standby, "standby"),
        soci::into(id);
    insertDetails(sql, standby, id);
    makeFinal(sql, standby.standby, id);
    transaction.commit();
    return {};
}

void unregisterStandby(Connection& connection, const std::string& standby, const std::string& run) {
    WriteTransaction transaction(connection);
    removeStandby(connection.sql(), standby, run);
    transaction.commit();
}

void removeStandby(soci::session& sql, const std::string& standby, const std::string& run) {
    const std::string since = utcNow();
    soci::statement reservation =
        (sql.prepare << "UPDATE BESPair SET StandbyId = NULL, State = 'reserved', Since = :since "
                        "WHERE StandbyName = :standby AND RunId = :run AND State = 'final'",
         soci::use(since, "since"), soci::use(standby, "standby"), soci::use(run, "run"));
    reservation.execute(true);
    if (reservation.get_affected_rows() == 0)
        return;
    sql << "DELETE FROM ServerConfig WHERE ServerName = :standby AND Role = 'standby'",
        soci::use(standby, "standby");
}

Result<bool> refreshStandby(Connection& connection, const RegisterStandby& standby) {
    soci::session& sql = connection.sql();
    WriteTransaction transaction(connection);
    long long id = 0;
    long long primary = 0;
    sql << "SELECT StandbyId, PrimaryId FROM BESPair JOIN ServerConfig ON ServerConfig.Id = "
           "BESPair.PrimaryId "
           "WHERE ServerName = :primary AND StandbyName = :standby AND StandbyComputer = :computer "
           "AND State = 'final'",
        soci::use(standby.primary, "primary"), soci::use(standby.standby, "standby"),
        soci::use(standby.computer, "computer"), soci::into(id), soci::into(primary);
    if (!sql.got_data())
        return false;
    // each value by a query of its own: the systems differ in how an UPDATE takes a second row
    sql << "UPDATE ServerConfig SET FullyQualifiedName = :fqdn, DominoServer = :domino, "
           "ProductVersion = :version, "
           "SRPIdentifier = (SELECT p.SRPIdentifier FROM ServerConfig p WHERE p.Id = :primary), "
           "SRPAuthenticationKey = (SELECT p.SRPAuthenticationKey FROM ServerConfig p WHERE p.Id = "
           ":primary), "
           "SRPHost = (SELECT p.SRPHost FROM ServerConfig p WHERE p.Id = :primary), "
           "SRPPort = (SELECT p.SRPPort FROM ServerConfig p WHERE p.Id = :primary) WHERE Id = :id",
        soci::use(standby.fullyQualifiedName, "fqdn"), soci::use(standby.dominoServer, "domino"),
        soci::use(standby.version, "version"), soci::use(id, "id"), soci::use(primary, "primary");
    sql << "DELETE FROM ServerAddress WHERE ServerConfigId = :id", soci::use(id, "id");
    sql << "DELETE FROM ServerComponent WHERE ServerConfigId = :id", soci::use(id, "id");
    insertDetails(sql, standby, id);
    transaction.commit();
    return true;
}

Result<void> removePair(Connection& connection, const std::string& primary, const std::string& standby) {
    soci::session& sql = connection.sql();
    WriteTransaction transaction(connection);
    std::string run;
    sql << "SELECT RunId FROM BESPair JOIN ServerConfig ON ServerConfig.Id = BESPair.PrimaryId "
           "WHERE ServerName = :primary AND StandbyName = :standby",
        soci::use(primary, "primary"), soci::use(standby, "standby"), soci::into(run);
    if (!sql.got_data())
        return {};
    if (const int users = usersOf(sql, standby); users > 0)
        return fail(hasUsers(standby, users));
    removeStandby(sql, standby, run);
    sql << "DELETE FROM BESPair WHERE StandbyName = :standby", soci::use(standby, "standby");
    transaction.commit();
    return {};
}

} // namespace bes::database

// SPDX-License-Identifier: Apache-2.0
#include "database/confidential.hpp"

#include <utility>

#include "database/connection.hpp"

namespace bes::database {
namespace {

std::vector<Secret> readKeys(Connection& connection) {
    std::vector<Secret> keys;
    std::string key;
    soci::indicator there = soci::i_null;
    soci::statement rows =
        (connection.sql().prepare << "SELECT SRPAuthenticationKey FROM ServerConfig", soci::into(key, there));
    rows.execute();
    while (rows.fetch())
        if (there == soci::i_ok)
            keys.emplace_back(std::exchange(key, {}));
    return keys;
}

std::vector<User> readUsers(Connection& connection) {
    std::vector<User> users;
    User user;
    soci::indicator name{}, address{}, mailbox{}, state{};
    soci::statement rows =
        (connection.sql().prepare << "SELECT DisplayName, MailboxSMTPAddr, MailboxDN, StateDatabasePath "
                                     "FROM UserConfig ORDER BY Id",
         soci::into(user.displayName, name), soci::into(user.address, address),
         soci::into(user.mailbox, mailbox), soci::into(user.stateDatabase, state));
    rows.execute();
    while (rows.fetch()) {
        users.push_back(user);
        user = {};
    }
    return users;
}

} // namespace

Confidential readConfidential(Connection& connection) {
    const ReadTransaction oneMoment(connection);
    return {readKeys(connection), readUsers(connection)};
}

} // namespace bes::database

// SPDX-License-Identifier: Apache-2.0
#include "database/read.hpp"

#include <unordered_map>

#include "database/configuration_database.hpp"
#include "database/row_rules.hpp"
#include "database/srp_key.hpp"
#include "model/try.hpp"

namespace bes::database {
namespace {

std::string rowOf(long long id) {
    return "Id " + std::to_string(id);
}

/// Columns as they come, before anything is made of them.
struct ServerRow {
    long long id = 0;
    long long port = 0;
    std::string name, computer, fullyQualifiedName, dominoServer, version, role, actsAs, identifier, key,
        host;
};

void look(const ServerRow& row, RowRules& rules) {
    rules.begin(rowOf(row.id));
    rules.text("ServerName", row.name);
    rules.text("MachineName", row.computer);
    rules.text("FullyQualifiedName", row.fullyQualifiedName);
    rules.text("DominoServer", row.dominoServer);
    rules.text("ProductVersion", row.version);
    rules.word("Role", row.role, toString(Role::primary), toString(Role::standby));
    rules.word("ActsAs", row.actsAs, toString(Role::primary), toString(Role::standby));
    rules.text("SRPIdentifier", row.identifier);
    rules.text("SRPHost", row.host);
    rules.number("SRPPort", row.port, 0, 65535);
}

Role roleOf(const std::string& word) {
    return word == toString(Role::primary) ? Role::primary : Role::standby;
}

/// The key is moved out of the row.
Server serverOf(ServerRow& row) {
    const Secret key(std::move(row.key));
    row.key.clear();
    Server server;
    server.id = row.id;
    server.name = row.name;
    server.computer = row.computer;
    server.fullyQualifiedName = row.fullyQualifiedName;
    server.dominoServer = row.dominoServer;
    server.version = row.version;
    server.role = roleOf(row.role);
    server.actsAs = roleOf(row.actsAs);
    server.srp = {row.identifier, fingerprint(key), wellFormed(key), row.host,
                  static_cast<std::uint16_t>(row.port)};
    return server;
}

Result<std::vector<Server>> readServers(Connection& connection) {
    RowRules rules(connection.place(), "ServerConfig");
    std::vector<Server> servers;
    ServerRow row;
    soci::statement rows =
        (connection.sql().prepare
             << "SELECT Id, ServerName, MachineName, FullyQualifiedName, DominoServer, ProductVersion, Role, "
                "COALESCE(ActsAs, Role), SRPIdentifier, SRPAuthenticationKey, SRPHost, SRPPort FROM "
                "ServerConfig ORDER BY ServerName",
         soci::into(row.id), soci::into(row.name), soci::into(row.computer),
         soci::into(row.fullyQualifiedName), soci::into(row.dominoServer), soci::into(row.version),
         soci::into(row.role), soci::into(row.actsAs), soci::into(row.identifier), soci::into(row.key),
         soci::into(row.host), soci::into(row.port));
    rows.execute();
    while (rules.judged() && rows.fetch()) {
        look(row, rules);
        servers.push_back(serverOf(row));
    }
    return rules.judged() ? Result<std::vector<Server>>(std::move(servers)) : fail(rules.judged().error());
}

using ServersById = std::unordered_map<long long, Server*>;

ServersById byId(std::vector<Server>& servers) {
    ServersById map;
    map.reserve(servers.size());
    for (Server& server : servers)
        map.emplace(server.id, &server);
    return map;
}

/// Runs a query for (id of a server, value) and hands both over for every row.
template<class Value, class Take>
Result<void> forEachServer(Connection& connection, const char* query, RowRules rules,
                           const ServersById& servers, Take take) {
    long long id = 0;
    Value value{};
    soci::statement rows = (connection.sql().prepare << query, soci::into(id), soci::into(value));
    rows.execute();
    while (rules.judged() && rows.fetch()) {
        rules.begin("ServerConfig" + rowOf(id));
        if (const auto found = servers.find(id); found != servers.end())
            take(*found->second, value, rules);
    }
    return rules.judged();
}

Result<std::vector<Pair>> readPairs(Connection& connection) {
    RowRules rules(connection.place(), "BESPair");
    std::vector<Pair> pairs;
    Pair pair;
    std::string state;
    soci::statement rows =
        (connection.sql().prepare
             << "SELECT ServerConfig.ServerName, StandbyName, StandbyComputer, State, RunId, Since "
                "FROM BESPair JOIN ServerConfig ON ServerConfig.Id = BESPair.PrimaryId "
                "ORDER BY ServerConfig.ServerName",
         soci::into(pair.primary), soci::into(pair.standby), soci::into(pair.standbyComputer),
         soci::into(state), soci::into(pair.run), soci::into(pair.since));
    rows.execute();
    while (rules.judged() && rows.fetch()) {
        rules.begin("the primary " + pair.primary);
        rules.text("ServerName", pair.primary);
        rules.text("StandbyName", pair.standby);
        rules.text("StandbyComputer", pair.standbyComputer);
        rules.word("State", state, toString(PairState::reserved), toString(PairState::final));
        rules.text("RunId", pair.run);
        rules.text("Since", pair.since);
        pair.state = state == toString(PairState::final) ? PairState::final : PairState::reserved;
        pairs.push_back(pair);
    }
    return rules.judged() ? Result<std::vector<Pair>>(std::move(pairs)) : fail(rules.judged().error());
}

Result<void> readParts(Connection& connection, const ServersById& servers) {
    const std::string place = connection.place();
    return forEachServer<std::string>(connection,
                                      "SELECT ServerConfigId, Address FROM ServerAddress ORDER BY Address",
                                      RowRules(place, "ServerAddress", mostParts), servers,
                                      [](Server& server, const std::string& address, RowRules& rules) {
                                          rules.text("Address", address);
                                          server.addresses.push_back(address);
                                      })
        .and_then([&] {
            return forEachServer<std::string>(
                connection, "SELECT ServerConfigId, Component FROM ServerComponent ORDER BY Component",
                RowRules(place, "ServerComponent", mostParts), servers,
                [](Server& server, const std::string& component, RowRules& rules) {
                    rules.text("Component", component);
                    server.components.push_back(component);
                });
        })
        .and_then([&] {
            return forEachServer<long long>(
                connection, "SELECT ServerConfigId, count(*) FROM UserConfig GROUP BY ServerConfigId",
                RowRules(place, "UserConfig"), servers,
                [](Server& server, long long users, RowRules&) { server.users = users; });
        });
}

} // namespace

Result<DatabaseContents> readContents(Connection& connection) {
    const ReadTransaction oneMoment(connection);
    DatabaseContents contents;
    contents.schemaVersion = currentSchemaVersion;
    contents.partner = connection.partner();
    TRY_ASSIGN(contents.servers, readServers(connection));
    TRY(readParts(connection, byId(contents.servers)));
    TRY_ASSIGN(contents.pairs, readPairs(connection));
    return contents;
}

} // namespace bes::database

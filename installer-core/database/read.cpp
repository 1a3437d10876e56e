#include "database/read.hpp"

#include <unordered_map>

#include "database/configuration_database.hpp"
#include "database/srp_key.hpp"

namespace bes::database {
namespace {

std::vector<Server> readServers(soci::session& sql) {
    std::vector<Server> servers;
    Server server;
    long long id = 0;
    int port = 0;
    std::string role;
    std::string actsAs;
    std::string key;
    soci::statement rows =
        (sql.prepare
             << "SELECT Id, ServerName, MachineName, FullyQualifiedName, DominoServer, ProductVersion, Role, "
                "COALESCE(ActsAs, Role), SRPIdentifier, SRPAuthenticationKey, SRPHost, SRPPort FROM "
                "ServerConfig ORDER BY ServerName",
         soci::into(id), soci::into(server.name), soci::into(server.computer),
         soci::into(server.fullyQualifiedName), soci::into(server.dominoServer), soci::into(server.version),
         soci::into(role), soci::into(actsAs), soci::into(server.srp.identifier), soci::into(key),
         soci::into(server.srp.host), soci::into(port));
    rows.execute();
    while (rows.fetch()) {
        const Secret srpKey(std::move(key));
        key.clear();
        server.id = id;
        server.role = role == toString(Role::primary) ? Role::primary : Role::standby;
        server.actsAs = actsAs == toString(Role::primary) ? Role::primary : Role::standby;
        server.srp.keyFingerprint = fingerprint(srpKey);
        server.srp.keyWellFormed = wellFormed(srpKey);
        server.srp.port = static_cast<std::uint16_t>(port);
        servers.push_back(server);
    }
    return servers;
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
void forEachServer(soci::session& sql, const char* query, const ServersById& servers, Take take) {
    long long id = 0;
    Value value{};
    soci::statement rows = (sql.prepare << query, soci::into(id), soci::into(value));
    rows.execute();
    while (rows.fetch())
        if (const auto found = servers.find(id); found != servers.end())
            take(*found->second, value);
}

std::vector<Pair> readPairs(soci::session& sql) {
    std::vector<Pair> pairs;
    Pair pair;
    std::string state;
    soci::statement rows =
        (sql.prepare << "SELECT ServerConfig.ServerName, StandbyName, StandbyComputer, State, RunId, Since "
                        "FROM BESPair JOIN ServerConfig ON ServerConfig.Id = BESPair.PrimaryId "
                        "ORDER BY ServerConfig.ServerName",
         soci::into(pair.primary), soci::into(pair.standby), soci::into(pair.standbyComputer),
         soci::into(state), soci::into(pair.run), soci::into(pair.since));
    rows.execute();
    while (rows.fetch()) {
        pair.state = state == toString(PairState::final) ? PairState::final : PairState::reserved;
        pairs.push_back(pair);
    }
    return pairs;
}

} // namespace

DatabaseContents readContents(Connection& connection) {
    soci::session& sql = connection.sql();
    const soci::transaction oneMoment(sql);
    DatabaseContents contents;
    contents.schemaVersion = currentSchemaVersion;
    contents.servers = readServers(sql);
    const ServersById servers = byId(contents.servers);
    forEachServer<std::string>(
        sql, "SELECT ServerConfigId, Address FROM ServerAddress ORDER BY Address", servers,
        [](Server& server, const std::string& address) { server.addresses.push_back(address); });
    forEachServer<std::string>(
        sql, "SELECT ServerConfigId, Component FROM ServerComponent ORDER BY Component", servers,
        [](Server& server, const std::string& component) { server.components.push_back(component); });
    forEachServer<long long>(sql, "SELECT ServerConfigId, count(*) FROM UserConfig GROUP BY ServerConfigId",
                             servers, [](Server& server, long long users) { server.users = users; });
    contents.pairs = readPairs(sql);
    return contents;
}

} // namespace bes::database

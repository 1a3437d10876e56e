// SPDX-License-Identifier: Apache-2.0
#include "output/server_view.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "output/text.hpp"
#include "text/lists.hpp"
#include "text/quantities.hpp"

namespace bes::app {
namespace {

Cell standbyCell(const DatabaseContents& database, const Server& primary) {
    const Pair* pair = database.findPairOfPrimary(primary.name);
    if (!pair)
        return {"none", Tone::good};
    const std::string text = fmt::format("{} on {}", pair->standby, pair->standbyComputer);
    if (pair->state == PairState::final)
        return text;
    return {fmt::format("{}, reserved by run {} since {}", text, pair->run, pair->since), Tone::warning};
}

std::string ownerText(const DatabaseContents& database, const Server& standby) {
    const auto pair = std::ranges::find_if(database.pairs,
                                           [&](const Pair& p) { return sameName(p.standby, standby.name); });
    return pair == database.pairs.end() ? "of no primary" : "of " + pair->primary;
}

std::string computerText(const Server& server) {
    std::vector<std::string> names = server.addresses;
    if (!server.fullyQualifiedName.empty() && server.fullyQualifiedName != server.computer)
        names.insert(names.begin(), server.fullyQualifiedName);
    return names.empty() ? server.computer : fmt::format("{} ({})", server.computer, joined(names));
}

std::string srpText(const SrpCredentials& srp) {
    if (srp.identifier.empty())
        return "no credentials";
    const std::string key = srp.keyFingerprint.empty() ? "no key" : "key " + srp.keyFingerprint;
    const bool odd = !srp.keyFingerprint.empty() && !srp.keyWellFormed;
    return fmt::format("{} at {}:{}, {}{}", srp.identifier, srp.host, srp.port, key,
                       odd ? " (not well formed)" : "");
}

/// After a failover.
std::string actsOtherwise(const Server& server) {
    return server.actsAs == server.role ? "" : fmt::format(", acts as {} now", toString(server.actsAs));
}

void showServer(const DatabaseContents& database, const Server& server, Page& page) {
    const bool isPrimary = server.role == Role::primary;
    page.line(Row{{server.name, Tone::strong},
                  fmt::format("  {}", toString(server.role)),
                  {actsOtherwise(server), Tone::warning}});
    std::vector<Row> rows{
        {"computer", computerText(server)},
        {"version", server.version},
        {"Domino server", server.dominoServer.empty() ? "not recorded" : server.dominoServer},
        {"users", std::to_string(server.users)},
        {"SRP", srpText(server.srp)},
        {"components", fmt::format("{}: {}", server.components.size(), joined(server.components))},
    };
    rows.push_back({"standby", isPrimary ? standbyCell(database, server) : ownerText(database, server)});
    page.table(rows);
}

void showOverview(const DatabaseContents& database, Page& page) {
    std::vector<Row> rows{{{"primary", Tone::faint},
                           {"computer", Tone::faint},
                           {"version", Tone::faint},
                           {"users", Tone::faint},
                           {"standby", Tone::faint}}};
    for (const Server& server : database.servers)
        if (server.role == Role::primary)
            rows.push_back({{server.name, Tone::strong},
                            server.computer,
                            server.version,
                            std::to_string(server.users),
                            standbyCell(database, server)});
    page.table(rows);
    page.blank();
}

} // namespace

void showServers(const DatabaseContents& database, Page& page) {
    if (database.servers.empty()) {
        page.line(fmt::format("The database has no servers; schema version {}.", database.schemaVersion));
        return;
    }
    showOverview(database, page);
    for (const Role role : {Role::primary, Role::standby})
        for (const Server& server : database.servers)
            if (server.role == role) {
                showServer(database, server, page);
                page.blank();
            }
    const auto primaries =
        static_cast<std::uint64_t>(std::ranges::count(database.servers, Role::primary, &Server::role));
    page.line(fmt::format("{}, {} with a standby; schema version {}.",
                          counted(primaries, "primary", "primaries"), database.pairs.size(),
                          database.schemaVersion));
}

} // namespace bes::app

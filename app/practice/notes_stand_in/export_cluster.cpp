// SPDX-License-Identifier: Apache-2.0
#include "call.hpp"
#include "exports.hpp"
#include "lmbcs.hpp"
#include "names.hpp"
#include "server_document.hpp"
#include "text_list.hpp"

namespace bes::domino::notes {
using stand_in::Call;
using stand_in::Server;
using stand_in::ServerState;

namespace {

std::vector<std::string> liveCluster(const Call& call, const Server& server) {
    std::vector<std::string> names{server.cluster};
    for (const Server* member : call.scenario().clusterOf(server))
        names.push_back(call.scenario().listed(member->name));
    if (!server.members.empty()) {
        names.resize(1);
        names.insert(names.end(), server.members.begin(), server.members.end());
    }
    return names;
}

std::string documentedCluster(const Server& server) {
    const std::vector<stand_in::Item> document = stand_in::serverDocument(server);
    const std::vector<std::string>* names = stand_in::valuesOf(document, "ClusterName");
    return !server.inDirectory || names == nullptr || names->empty() ? "" : stand_in::toLower(names->front());
}

std::vector<std::string> documentedMates(const Call& call, const Server& server) {
    if (!server.mates.empty())
        return server.mates;
    std::vector<std::string> mates;
    for (const Server& each : call.scenario().servers) {
        if (&each != &server && !documentedCluster(server).empty() &&
            documentedCluster(each) == documentedCluster(server))
            mates.push_back(call.scenario().listed(each.name));
    }
    return mates;
}

} // namespace

Status NSPingServer(const char* server, DWord* availabilityIndex, Handle* list) noexcept {
    const Call call("NSPingServer", server);
    if (const auto injected = call.injected())
        return *injected;
    if (server == nullptr || *server == '\0')
        return static_cast<Status>(Code::badServerName);
    // A server in a cluster may be behind a port mapping, where the abbreviated name does not lead to it
    // (domino.md §2.1).
    const bool isCanonical = stand_in::canonical(stand_in::utf8Of(server)) == stand_in::utf8Of(server);
    const Server* pinged = isCanonical ? call.server(server) : nullptr;
    if (const auto refusal = call.refusal(pinged))
        return *refusal;
    if (availabilityIndex != nullptr)
        *availabilityIndex = pinged->availabilityIndex;
    if (list != nullptr && pinged->cluster.empty())
        call.store(list, 0);
    else if (list != nullptr)
        call.give(list, stand_in::textList(liveCluster(call, *pinged)));
    if (pinged->state == ServerState::busy)
        return call.status(*pinged, Code::serverBusy);
    return pinged->state == ServerState::restricted ? call.status(*pinged, Code::serverRestricted)
                                                    : Status{0};
}

Status NSGetServerClusterMates(const char* server, DWord flags, Handle* list) noexcept {
    const Call call("NSGetServerClusterMates", server);
    if (const auto injected = call.injected())
        return *injected;
    if (flags > clusterLookupCacheOnly)
        call.panic("unknown flags " + std::to_string(flags));
    const Server* asked =
        server == nullptr ? call.scenario().find(call.scenario().ownServer) : call.server(server);
    if (const auto refusal = call.refusal(asked))
        return *refusal;
    const std::vector<std::string> mates = documentedMates(call, *asked);
    if (mates.empty())
        return call.status(*asked, Code::noClusterMates);
    call.give(list, stand_in::textList(mates));
    return 0;
}

} // namespace bes::domino::notes

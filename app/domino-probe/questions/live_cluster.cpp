// SPDX-License-Identifier: Apache-2.0
#include <optional>

#include "lmbcs.hpp"
#include "questions.hpp"
#include "status_reason.hpp"
#include "text_list.hpp"

namespace bes::probe {

using namespace domino;

namespace {

/// Empty for a status that comes without a list. A busy or restricted server tells its cluster all the same.
std::optional<Availability> availabilityOf(notes::Status status) {
    switch (notes::codeOf(status)) {
    case notes::Code::none:
        return Availability::available;
    case notes::Code::serverBusy:
        return Availability::busy;
    case notes::Code::serverRestricted:
        return Availability::restricted;
    default:
        return std::nullopt;
    }
}

Reply<LiveCluster> withoutList(const notes::Functions& api, notes::Status status, Availability availability) {
    if (availability == Availability::available)
        return Reply<LiveCluster>::no(Reason{.kind = ReasonClass::notClustered,
                                             .source = "NSPingServer",
                                             .text = "The server answers and names no cluster"});
    return Reply<LiveCluster>::unknown(reasonOf(api, status, "NSPingServer"));
}

} // namespace

Reply<LiveCluster> askLiveCluster(const Asking& asking, Role role) {
    const auto& server = asking.servers.of(role);
    if (!server)
        return Reply<LiveCluster>::unknown(server.error());
    const notes::Functions& api = asking.api;
    Memory list(api);
    notes::DWord index = 0;
    const notes::Status status = api.NSPingServer(server->lmbcs.c_str(), &index, list.out());
    const auto availability = availabilityOf(status);
    if (!availability) {
        Reason reason = reasonOf(api, status, "NSPingServer");
        return reason.kind == ReasonClass::notClustered ? Reply<LiveCluster>::no(std::move(reason))
                                                        : Reply<LiveCluster>::unknown(std::move(reason));
    }
    const std::vector<std::string> entries = readTextList(api, list);
    if (entries.empty())
        return withoutList(api, status, *availability);
    LiveCluster cluster{toUtf8(api, entries.front()), {}, *availability, index};
    for (std::size_t i = 1; i < entries.size(); ++i)
        cluster.members.push_back(canonicalServer(api, entries[i]).text);
    return Reply<LiveCluster>::yes(std::move(cluster));
}

} // namespace bes::probe

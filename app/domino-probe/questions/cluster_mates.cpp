// SPDX-License-Identifier: Apache-2.0
#include "questions.hpp"
#include "status_reason.hpp"
#include "text_list.hpp"

namespace bes::probe {

using namespace domino;

/// By the own name: the own directory is read, so that it works while the primary is down.
Reply<ClusterMates> askClusterMates(const Asking& asking) {
    const auto& server = asking.servers.standby;
    if (!server)
        return Reply<ClusterMates>::unknown(server.error());
    Memory list(asking.api);
    const notes::Status status =
        asking.api.NSGetServerClusterMates(server->lmbcs.c_str(), notes::clusterLookupNoCache, list.out());
    if (notes::codeOf(status) != notes::Code::none) {
        Reason reason = reasonOf(asking.api, status, "NSGetServerClusterMates");
        return reason.kind == ReasonClass::notClustered ? Reply<ClusterMates>::no(std::move(reason))
                                                        : Reply<ClusterMates>::unknown(std::move(reason));
    }
    ClusterMates found;
    for (const std::string& mate : readTextList(asking.api, list))
        found.mates.push_back(canonicalServer(asking.api, mate).text);
    if (found.mates.empty())
        return Reply<ClusterMates>::no(Reason{.kind = ReasonClass::notClustered,
                                              .source = "NSGetServerClusterMates",
                                              .text = "The Domino Directory names no cluster mates"});
    return Reply<ClusterMates>::yes(std::move(found));
}

} // namespace bes::probe

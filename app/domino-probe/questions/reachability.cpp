// SPDX-License-Identifier: Apache-2.0
#include "questions.hpp"
#include "status_reason.hpp"

namespace bes::probe {

using namespace domino;

namespace {

constexpr notes::DWord limitMilliseconds = 15'000;

} // namespace

Reply<Reachability> askReachability(const Asking& asking, Role role) {
    const auto& server = asking.servers.of(role);
    if (!server)
        return Reply<Reachability>::unknown(server.error());
    if (asking.api.NSFGetServerLatency == nullptr)
        return Reply<Reachability>::unknown(missingFunction("NSFGetServerLatency"));
    Reachability found;
    const notes::Status status =
        asking.api.NSFGetServerLatency(server->lmbcs.c_str(), limitMilliseconds, &found.toServerMilliseconds,
                                       &found.fromServerMilliseconds, &found.build);
    if (notes::codeOf(status) == notes::Code::none)
        return Reply<Reachability>::yes(found);
    Reason reason = reasonOf(asking.api, status, "NSFGetServerLatency");
    return reason.kind == ReasonClass::unreachable ? Reply<Reachability>::no(std::move(reason))
                                                   : Reply<Reachability>::unknown(std::move(reason));
}

} // namespace bes::probe

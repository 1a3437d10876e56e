// SPDX-License-Identifier: Apache-2.0
#include "host/open_connections.hpp"

#include <algorithm>

#include "host/tcp_connection.hpp"

namespace bes::host {

OpenConnections::OpenConnections() {
    for (const OpenConnection& each : openConnections())
        known_.push_back(each.here);
}

std::vector<int> OpenConnections::newOnes(std::uint16_t port) {
    std::vector<int> sockets;
    for (const OpenConnection& each : openConnections()) {
        if (each.there != port || std::ranges::find(known_, each.here) != known_.end())
            continue;
        known_.push_back(each.here);
        sockets.push_back(each.socket);
    }
    return sockets;
}

} // namespace bes::host

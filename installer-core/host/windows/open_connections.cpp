// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "host/tcp_connection.hpp"
#include "host/windows/sockets_library.hpp"

namespace bes::host {
namespace {

std::uint16_t portOf(const sockaddr_storage& address) {
    if (address.ss_family == AF_INET)
        return ::ntohs(
            reinterpret_cast<const sockaddr_in&>(address).sin_port); // NOLINT: how addresses are kept
    return address.ss_family == AF_INET6 ? ::ntohs(reinterpret_cast<const sockaddr_in6&>(address).sin6_port)
                                         : 0; // NOLINT
}

struct Open {
    int socket;
    std::string here;
    std::uint16_t there;
};

/// The system has no list of a process's sockets. Their numbers are those of handles: small multiples of
/// four.
std::vector<Open> openOnes() {
    beginSockets();
    constexpr SOCKET last = 0x4000;
    std::vector<Open> found;
    for (SOCKET socket = 4; socket < last; socket += 4) {
        sockaddr_storage there{}, here{};
        int size = sizeof there;
        if (::getpeername(socket, reinterpret_cast<sockaddr*>(&there), &size) !=
            0) // NOLINT: how addresses are kept
            continue;
        size = sizeof here;
        ::getsockname(socket, reinterpret_cast<sockaddr*>(&here), &size); // NOLINT
        if (portOf(there) != 0)
            found.push_back({numberOfSocket(socket),
                             textual(reinterpret_cast<const sockaddr&>(here), size) + '/' +
                                 std::to_string(portOf(here)), // NOLINT
                             portOf(there)});
    }
    return found;
}

} // namespace

OpenConnections::OpenConnections() {
    for (const Open& each : openOnes())
        known_.push_back(each.here);
}

std::vector<int> OpenConnections::newOnes(std::uint16_t port) {
    std::vector<int> sockets;
    for (const Open& each : openOnes()) {
        if (each.there != port || std::ranges::find(known_, each.here) != known_.end())
            continue;
        known_.push_back(each.here);
        sockets.push_back(each.socket);
    }
    return sockets;
}

} // namespace bes::host

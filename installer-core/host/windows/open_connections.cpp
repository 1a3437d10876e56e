// SPDX-License-Identifier: Apache-2.0

#include "host/open_connections.hpp"
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

} // namespace

/// The system has no list of a process's sockets. Their numbers are those of handles: small multiples of
/// four.
std::vector<OpenConnection> openConnections() {
    beginSockets();
    constexpr SOCKET last = 0x4000;
    std::vector<OpenConnection> found;
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

} // namespace bes::host

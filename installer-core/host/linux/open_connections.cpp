// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>
#include <filesystem>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include "host/linux/name_service.hpp"
#include "host/tcp_connection.hpp"
#include "text/path_text.hpp"

namespace bes::host {
namespace {

using Name = int(int, sockaddr*, socklen_t*);

/// One side of a connection; empty family for what is none of TCP.
sockaddr_storage sideOf(int socket, Name nameOf) {
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    if (nameOf(socket, reinterpret_cast<sockaddr*>(&address), &size) != 0)
        address.ss_family = AF_UNSPEC;
    return address;
}

std::uint16_t portOf(const sockaddr_storage& address) {
    if (address.ss_family == AF_INET)
        return ntohs(reinterpret_cast<const sockaddr_in&>(address).sin_port);
    return address.ss_family == AF_INET6 ? ntohs(reinterpret_cast<const sockaddr_in6&>(address).sin6_port)
                                         : 0;
}

struct Open {
    int socket;
    std::string here; ///< the same for each descriptor of one connection
    std::uint16_t there;
};

std::vector<Open> openOnes() {
    std::vector<Open> found;
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd", none)) {
        const std::string name = utf8(entry.path().filename());
        int number = -1;
        std::from_chars(name.data(), name.data() + name.size(), number);
        const sockaddr_storage there = sideOf(number, ::getpeername);
        const sockaddr_storage here = sideOf(number, ::getsockname);
        if (portOf(there) != 0)
            found.push_back({number,
                             textual(reinterpret_cast<const sockaddr&>(here), sizeof here) + '/' +
                                 std::to_string(portOf(here)),
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

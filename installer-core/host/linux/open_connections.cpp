// SPDX-License-Identifier: Apache-2.0
#include <charconv>
#include <filesystem>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include "host/linux/name_service.hpp"
#include "host/open_connections.hpp"
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

} // namespace

std::vector<OpenConnection> openConnections() {
    std::vector<OpenConnection> found;
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

} // namespace bes::host

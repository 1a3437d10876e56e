// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdint>
#include <stdexcept>

/// A socket on a free port of the loopback interface.
class LocalSocket {
public:
    /// SOCK_STREAM or SOCK_DGRAM; AF_INET or AF_INET6.
    explicit LocalSocket(int type, int family = AF_INET)
        : descriptor_(::socket(family, type | SOCK_CLOEXEC, 0)) {
        bool bound = false;
        if (family == AF_INET) {
            sockaddr_in address{};
            address.sin_family = AF_INET;
            address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
            bound = ::bind(descriptor_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
        } else {
            sockaddr_in6 address{};
            address.sin6_family = AF_INET6;
            address.sin6_addr = in6addr_loopback;
            bound = ::bind(descriptor_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
        }
        if (!bound)
            throw std::runtime_error("bind");
        sockaddr_in6 address{}; // the port is at the same place in both
        socklen_t length = sizeof address;
        ::getsockname(descriptor_, reinterpret_cast<sockaddr*>(&address), &length);
        port_ = ntohs(address.sin6_port);
    }
    LocalSocket(const LocalSocket&) = delete;
    LocalSocket& operator=(const LocalSocket&) = delete;
    ~LocalSocket() { ::close(descriptor_); }

    void listen(int backlog = 8) const { ::listen(descriptor_, backlog); }
    [[nodiscard]] int get() const { return descriptor_; }
    [[nodiscard]] std::uint16_t port() const { return port_; }

private:
    int descriptor_;
    std::uint16_t port_ = 0;
};

// SPDX-License-Identifier: Apache-2.0
#pragma once

#ifdef _WIN32
#include "host/windows/sockets_library.hpp"
#else
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

#include <array>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

// What systems call differently.
#ifdef _WIN32
using SocketNumber = SOCKET;
inline SocketNumber newSocket(int family, int type) {
    bes::host::beginSockets();
    return ::socket(family, type, 0);
}
inline void closeSocket(SocketNumber socket) {
    ::closesocket(socket);
}
inline void dontWait(SocketNumber socket) {
    u_long yes = 1;
    ::ioctlsocket(socket, static_cast<long>(FIONBIO), &yes);
}
inline void passOverEndedConnections(SocketNumber) {
} // the system does; SO_REUSEADDR would take a port from another program there
/// Wine keeps sockets in a process of its own, and tells whose one is only after its owner has asked about
/// it.
inline void use(SocketNumber socket) {
    int value = 0;
    socklen_t length = sizeof value;
    ::getsockopt(socket, SOL_SOCKET, SO_BROADCAST, reinterpret_cast<char*>(&value), &length);
}
#else
using SocketNumber = int;
inline SocketNumber newSocket(int family, int type) {
    return ::socket(family, type | SOCK_CLOEXEC, 0);
}
inline void closeSocket(SocketNumber socket) {
    ::close(socket);
}
inline void dontWait(SocketNumber socket) {
    ::fcntl(socket, F_SETFL, O_NONBLOCK);
}
inline void use(SocketNumber) {
}
inline void passOverEndedConnections(SocketNumber socket) {
    const int yes = 1;
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
}
#endif

/// A socket of a test, closed with this object.
class TestSocket {
public:
    explicit TestSocket(SocketNumber number) : number_(number) {}
    TestSocket(TestSocket&& other) noexcept : number_(std::exchange(other.number_, none)) {}
    TestSocket& operator=(TestSocket&&) = delete;
    ~TestSocket() {
        if (open())
            closeSocket(number_);
    }

    [[nodiscard]] bool open() const { return number_ != none; }
    [[nodiscard]] SocketNumber get() const { return number_; }
    /// What comes next, waited for; empty text: the other side has ended the connection. Nothing: it broke.
    [[nodiscard]] std::optional<std::string> receive() const {
        std::array<char, 4096> bytes{};
        const auto size = ::recv(number_, bytes.data(), bytes.size(), 0);
        if (size < 0)
            return std::nullopt;
        return std::string(bytes.data(), static_cast<std::size_t>(size));
    }
    void send(const std::string& bytes) const {
        ::send(number_, bytes.data(), static_cast<int>(bytes.size()), 0); // a test sends little
    }

private:
    static constexpr auto none = static_cast<SocketNumber>(-1);
    SocketNumber number_;
};

/// An address of the loopback interface.
class LocalAddress {
public:
    LocalAddress(int family, std::uint16_t port) {
        if (family == AF_INET) {
            auto& address = reinterpret_cast<sockaddr_in&>(storage_);
            address.sin_family = AF_INET;
            address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
            address.sin_port = htons(port);
            size_ = sizeof address;
        } else {
            auto& address = reinterpret_cast<sockaddr_in6&>(storage_);
            address.sin6_family = AF_INET6;
            address.sin6_addr = in6addr_loopback;
            address.sin6_port = htons(port);
            size_ = sizeof address;
        }
    }
    [[nodiscard]] const sockaddr* get() const { return reinterpret_cast<const sockaddr*>(&storage_); }
    [[nodiscard]] socklen_t size() const { return size_; }

private:
    sockaddr_storage storage_{};
    socklen_t size_ = 0;
};

/// A socket on a port of the loopback interface.
class LocalSocket {
public:
    /// SOCK_STREAM or SOCK_DGRAM; AF_INET or AF_INET6; on a free port where none is given.
    explicit LocalSocket(int type, int family = AF_INET, std::uint16_t port = 0)
        : socket_(newSocket(family, type)) {
        const LocalAddress wanted(family, port);
        if (::bind(get(), wanted.get(), wanted.size()) != 0)
            throw std::runtime_error("bind");
        sockaddr_in6 address{}; // the port is at the same place in both
        socklen_t length = sizeof address;
        ::getsockname(get(), reinterpret_cast<sockaddr*>(&address), &length);
        port_ = ntohs(address.sin6_port);
        use(get());
    }

    /// As servers do, so that connections of an earlier one which ended do not count.
    void passOverEnded() const { passOverEndedConnections(get()); }
    void listen(int backlog = 8) const {
        ::listen(get(), backlog);
        use(get());
    }
    /// Somebody has connected, and is not accepted yet.
    [[nodiscard]] bool isCalled() const {
        fd_set waiting;
        FD_ZERO(&waiting);
        FD_SET(get(), &waiting);
        timeval noTime{};
        return ::select(static_cast<int>(get()) + 1, &waiting, nullptr, nullptr, &noTime) != 0;
    }
    [[nodiscard]] TestSocket accept() const { return TestSocket(::accept(get(), nullptr, nullptr)); }
    /// Over IPv4; false: it can't be reached.
    [[nodiscard]] bool connect(std::uint16_t port) const {
        const LocalAddress there(AF_INET, port);
        const bool connected = ::connect(get(), there.get(), there.size()) == 0;
        use(get());
        return connected;
    }
    [[nodiscard]] SocketNumber get() const { return socket_.get(); }
    [[nodiscard]] std::uint16_t port() const { return port_; }

private:
    TestSocket socket_;
    std::uint16_t port_ = 0;
};

/// Listens, but so many connections wait already that no further one is answered.
class BusySocket {
public:
    BusySocket() : listening_(SOCK_STREAM) {
        listening_.listen(0);
        const LocalAddress there(AF_INET, port());
        for (int i = 0; i < 4; ++i) {
            waiting_.emplace_back(newSocket(AF_INET, SOCK_STREAM));
            dontWait(waiting_.back().get());
            (void)::connect(waiting_.back().get(), there.get(), there.size());
        }
    }
    [[nodiscard]] std::uint16_t port() const { return listening_.port(); }

private:
    LocalSocket listening_;
    std::vector<TestSocket> waiting_;
};

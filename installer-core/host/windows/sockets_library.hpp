// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <winsock2.h>

#include <ws2tcpip.h>

#include <string>
#include <utility>
#include <vector>

namespace bes::host {

/// Before the first call about sockets; once in a process.
void beginSockets();

/// Owns a socket.
class Socket {
public:
    Socket() = default;
    explicit Socket(SOCKET socket) : socket_(socket) {}
    Socket(Socket&& other) noexcept : socket_(other.release()) {}
    Socket& operator=(Socket&& other) noexcept {
        std::swap(socket_, other.socket_);
        return *this;
    }
    Socket(const Socket&) = delete;
    Socket& operator=(const Socket&) = delete;
    ~Socket() { close(); }

    [[nodiscard]] bool open() const { return socket_ != INVALID_SOCKET; }
    [[nodiscard]] SOCKET get() const { return socket_; }
    [[nodiscard]] SOCKET release() { return std::exchange(socket_, INVALID_SOCKET); }
    void close() {
        if (const SOCKET socket = release(); socket != INVALID_SOCKET)
            ::closesocket(socket);
    }
    /// Calls return at once, whatever has to be waited for.
    [[nodiscard]] bool dontWait() const;

private:
    SOCKET socket_ = INVALID_SOCKET;
};

/// The system guarantees that the numbers of sockets fit, which other systems' are.
[[nodiscard]] inline int numberOfSocket(SOCKET socket) {
    return static_cast<int>(socket);
}
[[nodiscard]] inline SOCKET socketOfNumber(int number) {
    return static_cast<SOCKET>(static_cast<unsigned>(number));
}

/// "192.0.2.7", "2001:db8::7"; empty for what is no IP address.
[[nodiscard]] std::string textual(const sockaddr& address, int length);

/// Of the same family as the text, which is an address and no name; empty where it is none.
struct NumericAddress {
    sockaddr_storage address{};
    int length = 0;
};
[[nodiscard]] std::vector<NumericAddress> numericAddress(const std::string& text, std::uint16_t port);

} // namespace bes::host

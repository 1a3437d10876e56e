// SPDX-License-Identifier: Apache-2.0
#include "loopback_server.hpp"

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace bes::fuzz {

LoopbackServer::LoopbackServer(Talk talk) : talk_(std::move(talk)) {
    listening_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    auto* const any = reinterpret_cast<sockaddr*>(&address);
    if (::bind(listening_, any, length) != 0 || ::listen(listening_, 16) != 0 ||
        ::getsockname(listening_, any, &length) != 0)
        throw std::runtime_error("no port on 127.0.0.1");
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { serve(); });
}

LoopbackServer::~LoopbackServer() {
    ::shutdown(listening_, SHUT_RDWR);
    thread_.join();
    ::close(listening_);
}

void LoopbackServer::begin(std::string_view input) {
    const std::scoped_lock lock(mutex_);
    input_ = input;
    number_ = 0;
}

void LoopbackServer::serve() {
    for (;;) {
        const int socket = ::accept4(listening_, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket < 0)
            return;
        const auto [input, number] = [this] {
            const std::scoped_lock lock(mutex_);
            return std::pair(input_, number_++);
        }();
        talk_(socket, input, number);
        ::shutdown(socket, SHUT_WR);
        while (!receiveSome(socket).empty()) { // until the other side has read all and closes
        }
        ::close(socket);
    }
}

std::string receiveSome(int socket) {
    constexpr int patience = 1000; // milliseconds
    pollfd wanted{socket, POLLIN, 0};
    std::string bytes(16384, '\0');
    const ssize_t count =
        ::poll(&wanted, 1, patience) == 1 ? ::recv(socket, bytes.data(), bytes.size(), 0) : 0;
    bytes.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
    return bytes;
}

void sendAll(int socket, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count <= 0)
            return;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
}

} // namespace bes::fuzz

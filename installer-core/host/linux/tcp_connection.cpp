// SPDX-License-Identifier: Apache-2.0
#include "host/tcp_connection.hpp"

#include <algorithm>
#include <cerrno>
#include <memory>
#include <utility>

#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "host/linux/connect.hpp"
#include "host/sockets.hpp"

namespace bes::host {
namespace {

using Clock = std::chrono::steady_clock;

/// False when the deadline passes before.
bool waitUntil(int socket, Readiness readiness, TcpConnection::Deadline deadline) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
    return left.count() > 0 && waitFor(socket, readiness, left);
}

bool mayGoOn() {
    return errno == EAGAIN || errno == EINTR;
}

/// A socket that speaks with one address only.
Descriptor datagramSocket(const std::string& address, std::uint16_t port) {
    addrinfo hints{};
    hints.ai_socktype = SOCK_DGRAM;
    hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV;
    addrinfo* list = nullptr;
    if (::getaddrinfo(address.c_str(), std::to_string(port).c_str(), &hints, &list) != 0)
        return {};
    Descriptor socket(::socket(list->ai_family, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (socket.open() && ::connect(socket.get(), list->ai_addr, list->ai_addrlen) != 0)
        socket.close();
    ::freeaddrinfo(list);
    return socket;
}

std::optional<std::string> datagram(int socket) {
    constexpr std::size_t longest = 65536;
    std::string text(longest, '\0');
    const ssize_t size = ::recv(socket, text.data(), text.size(), 0);
    if (size < 0)
        return std::nullopt;
    text.resize(static_cast<std::size_t>(size));
    return text;
}

} // namespace

Result<TcpConnection> TcpConnection::open(const std::vector<std::string>& addresses, std::uint16_t port,
                                          Deadline deadline) {
    auto connected = connectToAny(addresses, port, deadline);
    if (!connected)
        return fail(ExitCode::failed, "network.connect", "The server can't be reached", connected.error(),
                    "Check its name and port, that it is running, and the firewalls.");
    return TcpConnection(connected->socket.release(), deadline);
}

TcpConnection::TcpConnection(TcpConnection&& other) noexcept
    : socket_(std::exchange(other.socket_, -1)), deadline_(other.deadline_) {
}

TcpConnection::~TcpConnection() {
    if (socket_ >= 0)
        ::close(socket_);
}

bool TcpConnection::send(std::string_view bytes) const {
    while (!bytes.empty()) {
        if (!waitUntil(socket_, Readiness::write, deadline_))
            return false;
        const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent < 0 && !mayGoOn())
            return false;
        bytes.remove_prefix(sent < 0 ? 0 : static_cast<std::size_t>(sent));
    }
    return true;
}

std::optional<std::string> TcpConnection::receive(std::size_t count) const {
    std::string bytes(count, '\0');
    for (std::size_t have = 0; have < count;) {
        if (!waitUntil(socket_, Readiness::read, deadline_))
            return std::nullopt;
        const ssize_t got = ::recv(socket_, bytes.data() + have, count - have, 0);
        if (got == 0 || (got < 0 && !mayGoOn()))
            return std::nullopt;
        have += got < 0 ? 0 : static_cast<std::size_t>(got);
    }
    return bytes;
}

tl::expected<std::string, Unanswered> askByDatagram(const std::vector<std::string>& addresses,
                                                    std::uint16_t port, std::string_view question,
                                                    std::chrono::milliseconds limit) {
    const TcpConnection::Deadline deadline = Clock::now() + limit;
    std::vector<Descriptor> sockets;
    std::vector<pollfd> waiting;
    for (const std::string& address : addresses) {
        Descriptor socket = datagramSocket(address, port);
        if (!socket.open() || ::send(socket.get(), question.data(), question.size(), MSG_NOSIGNAL) < 0)
            continue;
        waiting.push_back({socket.get(), POLLIN, 0});
        sockets.push_back(std::move(socket));
    }
    for (auto now = Clock::now(); now < deadline && !waiting.empty(); now = Clock::now()) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - now).count();
        ::poll(waiting.data(), waiting.size(), static_cast<int>(left));
        for (const pollfd& each : waiting)
            if (each.revents != 0)
                if (auto answer = datagram(each.fd))
                    return *answer;
        // nobody listens there
        std::erase_if(waiting, [](const pollfd& each) { return (each.revents & (POLLERR | POLLHUP)) != 0; });
    }
    return tl::unexpected(waiting.empty() ? Unanswered::nobodyListens : Unanswered::late);
}

} // namespace bes::host

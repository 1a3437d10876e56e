// SPDX-License-Identifier: Apache-2.0
#include "host/tcp_connection.hpp"

#include <algorithm>
#include <utility>

#include "host/sockets.hpp"
#include "host/windows/connect.hpp"

namespace bes::host {
namespace {

using Clock = std::chrono::steady_clock;

/// False when the deadline passes before.
bool waitUntil(int socket, Readiness readiness, TcpConnection::Deadline deadline) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
    return left.count() > 0 && waitFor(socket, readiness, left);
}

bool mayGoOn() {
    return ::WSAGetLastError() == WSAEWOULDBLOCK;
}

int pieceOf(std::size_t size) {
    constexpr std::size_t most = std::size_t{1} << 20;
    return static_cast<int>(std::min(size, most));
}

/// A socket that speaks with one address only.
Socket datagramSocket(const std::string& address, std::uint16_t port) {
    const auto numeric = numericAddress(address, port);
    if (numeric.empty())
        return {};
    const auto& to = numeric.front();
    Socket socket(::socket(to.address.ss_family, SOCK_DGRAM, IPPROTO_UDP));
    if (socket.open() && (!socket.dontWait() ||
                          ::connect(socket.get(), reinterpret_cast<const sockaddr*>(&to.address), // NOLINT
                                    to.length) != 0))
        socket.close();
    return socket;
}

} // namespace

Result<TcpConnection> TcpConnection::open(const std::vector<std::string>& addresses, std::uint16_t port,
                                          Deadline deadline) {
    auto connected = connectToAny(addresses, port, deadline);
    if (!connected)
        return fail(ExitCode::failed, "network.connect", "The server can't be reached", connected.error(),
                    "Check its name and port, that it is running, and the firewalls.");
    return TcpConnection(numberOfSocket(connected->socket.release()), deadline);
}

TcpConnection::TcpConnection(TcpConnection&& other) noexcept
    : socket_(std::exchange(other.socket_, -1)), deadline_(other.deadline_) {
}

TcpConnection::~TcpConnection() {
    if (socket_ >= 0)
        ::closesocket(socketOfNumber(socket_));
}

bool TcpConnection::send(std::string_view bytes) const {
    while (!bytes.empty()) {
        if (!waitUntil(socket_, Readiness::write, deadline_))
            return false;
        const int sent = ::send(socketOfNumber(socket_), bytes.data(), pieceOf(bytes.size()), 0);
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
        const int got = ::recv(socketOfNumber(socket_), bytes.data() + have, pieceOf(count - have), 0);
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
    std::vector<Socket> sockets;
    for (const std::string& address : addresses) {
        Socket socket = datagramSocket(address, port);
        if (socket.open() && ::send(socket.get(), question.data(), static_cast<int>(question.size()), 0) >= 0)
            sockets.push_back(std::move(socket));
    }
    for (auto now = Clock::now(); now < deadline && !sockets.empty(); now = Clock::now()) {
        constexpr std::chrono::milliseconds look{10};
        for (const Socket& each : sockets) {
            if (!waitFor(numberOfSocket(each.get()), Readiness::read, look))
                continue;
            constexpr std::size_t longest = 65536;
            std::string answer(longest, '\0');
            const int size = ::recv(each.get(), answer.data(), static_cast<int>(answer.size()), 0);
            if (size >= 0) {
                answer.resize(static_cast<std::size_t>(size));
                return answer;
            }
        }
        // nobody listens there
        std::erase_if(sockets, [](const Socket& each) {
            int error = 0;
            int length = sizeof error;
            ::getsockopt(each.get(), SOL_SOCKET, SO_ERROR, reinterpret_cast<char*>(&error),
                         &length); // NOLINT
            char byte = 0;
            return error != 0 ||
                   (::recv(each.get(), &byte, 1, MSG_PEEK) < 0 && ::WSAGetLastError() == WSAECONNRESET);
        });
    }
    return tl::unexpected(sockets.empty() ? Unanswered::nobodyListens : Unanswered::late);
}

} // namespace bes::host

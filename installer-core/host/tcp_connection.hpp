// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "model/failure.hpp"

namespace bes::host {

/// A connection over which setup itself speaks with a server. Everything on it has to be over at one moment.
class TcpConnection {
public:
    using Deadline = std::chrono::steady_clock::time_point;

    /// To the first of the addresses that answers; all are tried at once. Failure network.connect, whose
    /// reason says what came of each.
    [[nodiscard]] static Result<TcpConnection> open(const std::vector<std::string>& addresses,
                                                    std::uint16_t port, Deadline deadline);

    TcpConnection(TcpConnection&& other) noexcept;
    TcpConnection& operator=(TcpConnection&&) = delete;
    ~TcpConnection();

    /// False: the other side has closed the connection, or the deadline has passed.
    [[nodiscard]] bool send(std::string_view bytes) const;
    /// So many bytes; empty as above.
    [[nodiscard]] std::optional<std::string> receive(std::size_t count) const;
    [[nodiscard]] bool late() const { return std::chrono::steady_clock::now() >= deadline_; }

private:
    TcpConnection(int socket, Deadline deadline) : socket_(socket), deadline_(deadline) {}

    int socket_;
    Deadline deadline_;
};

enum class Unanswered {
    late,          ///< no answer came in time
    nobodyListens, ///< the computers said so
};

/// Sends one datagram to every address and takes the first answer.
[[nodiscard]] tl::expected<std::string, Unanswered> askByDatagram(const std::vector<std::string>& addresses,
                                                                  std::uint16_t port,
                                                                  std::string_view question,
                                                                  std::chrono::milliseconds limit);

/// The TCP connections of this process, to find those that a library makes.
class OpenConnections {
public:
    OpenConnections();
    /// The sockets of connections to that port of another side which were not there at the look before this
    /// one.
    [[nodiscard]] std::vector<int> newOnes(std::uint16_t port);

private:
    std::vector<std::string> known_; ///< this side of each
};

} // namespace bes::host

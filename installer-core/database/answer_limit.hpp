// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <thread>

#include "host/sockets.hpp"
#include "model/failure.hpp"

namespace bes::database {

/// Bytes that a server may send on one connection: all rows of a site with tens of thousands of servers. What
/// the client library makes of them takes up to six times as much memory.
inline constexpr std::uint64_t longestAnswers = std::uint64_t{16} << 20U;

/// Cuts the connection on a socket when its time has passed or more than `longest` bytes have come, and a
/// moment after a signal that comes meanwhile: what waits there for a server that answers no more, or does
/// not stop answering, goes on with an error.
class AnswerLimit {
public:
    AnswerLimit(int socket, std::chrono::milliseconds limit, std::uint64_t longest = longestAnswers);

    /// Why the connection was cut: database.busy, database.too-long or run.cancelled; nothing where it was
    /// not.
    [[nodiscard]] std::optional<Failure> failure(const std::string& place, const std::string& what) const;

private:
    enum class Passed { none, time, bytes, stop };

    std::chrono::milliseconds limit_;
    std::uint64_t longest_;
    host::SocketWatch socket_;
    std::atomic<Passed> passed_ = Passed::none;
    std::jthread watch_; ///< the last one: it uses the others
};

} // namespace bes::database

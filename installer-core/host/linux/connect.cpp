// SPDX-License-Identifier: Apache-2.0
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <memory>

#include "host/linux/connect.hpp"
#include "host/linux/name_service.hpp"
#include "host/linux/system_failure.hpp"
#include "host/network.hpp"
#include "host/process.hpp"
#include "text/quantities.hpp"

namespace bes::host {
namespace {

using Clock = std::chrono::steady_clock;

/// A connection to one address that is being opened.
struct Attempt {
    std::string address;
    Descriptor socket; ///< closed once the attempt has failed
    bool connected = false;
    std::string problem;

    void giveUp(int error) {
        problem = systemReason(error);
        socket.close();
    }
};

Attempt begin(const std::string& address, std::uint16_t port) {
    Attempt attempt{address, {}, false, {}};
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV;
    addrinfo* list = nullptr;
    if (const int code = ::getaddrinfo(address.c_str(), std::to_string(port).c_str(), &hints, &list);
        code != 0) {
        attempt.problem = ::gai_strerror(code);
        return attempt;
    }
    attempt.socket = Descriptor(::socket(list->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (attempt.socket.open() && ::connect(attempt.socket.get(), list->ai_addr, list->ai_addrlen) == 0)
        attempt.connected = true;
    else if (errno != EINPROGRESS) // of socket() or connect()
        attempt.giveUp(errno);
    ::freeaddrinfo(list);
    return attempt;
}

void finish(Attempt& attempt) {
    int error = 0;
    socklen_t length = sizeof error;
    ::getsockopt(attempt.socket.get(), SOL_SOCKET, SO_ERROR, &error, &length);
    if (error == 0)
        attempt.connected = true;
    else
        attempt.giveUp(error);
}

/// Waits for the next news of any attempt; false when there can be none.
bool waitForNews(std::vector<Attempt>& attempts, Clock::time_point deadline) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
    std::vector<pollfd> sockets;
    sockets.reserve(attempts.size());
    for (const Attempt& attempt : attempts)
        sockets.push_back({attempt.socket.get(), POLLOUT, 0}); // poll() passes over closed ones
    const bool anyOpen =
        std::ranges::any_of(attempts, [](const Attempt& attempt) { return attempt.socket.open(); });
    if (left <= 0 || !anyOpen)
        return false;
    ::poll(sockets.data(), sockets.size(), static_cast<int>(left));
    for (std::size_t i = 0; i < attempts.size(); ++i)
        if (sockets[i].revents != 0)
            finish(attempts[i]);
    return true;
}

std::string problems(const std::vector<Attempt>& attempts, std::chrono::milliseconds limit) {
    std::string text;
    for (const Attempt& attempt : attempts) {
        const std::string problem =
            attempt.problem.empty() ? "no answer within " + inSeconds(limit) : attempt.problem;
        text += (text.empty() ? "" : "; ") + attempt.address + ": " + problem;
    }
    return text;
}

} // namespace

tl::expected<Connected, std::string> connectToAny(const std::vector<std::string>& addresses,
                                                  std::uint16_t port, Clock::time_point deadline) {
    const auto limit = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
    // all at once: a silent address must not use up the time of one that would answer
    std::vector<Attempt> attempts;
    for (const std::string& address : addresses)
        attempts.push_back(begin(address, port));
    do {
        const auto answered = std::ranges::find(attempts, true, &Attempt::connected);
        if (answered != attempts.end())
            return Connected{std::move(answered->socket), answered->address};
    } while (waitForNews(attempts, deadline));
    return tl::unexpected(problems(attempts, limit));
}

Reachability tryConnect(const std::string& host, std::uint16_t port, std::chrono::milliseconds limit) {
    const Clock::time_point deadline = Clock::now() + limit;
    const auto addresses = resolve(host, limit);
    if (!addresses)
        return {false, addresses.error().what + ": " + addresses.error().why};
    const auto connected = connectToAny(*addresses, port, deadline);
    return connected ? Reachability{true, connected->address} : Reachability{false, connected.error()};
}

} // namespace bes::host

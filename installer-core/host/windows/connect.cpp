// SPDX-License-Identifier: Apache-2.0
#include "host/windows/connect.hpp"

#include <algorithm>

#include "host/network.hpp"
#include "host/windows/system_failure.hpp"
#include "text/quantities.hpp"

namespace bes::host {
namespace {

using Clock = std::chrono::steady_clock;

/// A connection to one address that is being opened.
struct Attempt {
    std::string address;
    Socket socket; ///< closed once the attempt has failed
    bool connected = false;
    std::string problem;

    void giveUp(int error) {
        problem = systemReason(static_cast<SystemError>(error));
        socket.close();
    }
};

Attempt begin(const std::string& address, std::uint16_t port) {
    Attempt attempt{address, {}, false, {}};
    const auto numeric = numericAddress(address, port);
    if (numeric.empty()) {
        attempt.problem = "it is no address";
        return attempt;
    }
    const auto& to = numeric.front();
    attempt.socket = Socket(::socket(to.address.ss_family, SOCK_STREAM, IPPROTO_TCP));
    if (!attempt.socket.open() || !attempt.socket.dontWait())
        attempt.giveUp(::WSAGetLastError());
    else if (::connect(attempt.socket.get(), reinterpret_cast<const sockaddr*>(&to.address), to.length) ==
             0) // NOLINT
        attempt.connected = true;
    else if (const int error = ::WSAGetLastError(); error != WSAEWOULDBLOCK)
        attempt.giveUp(error);
    return attempt;
}

void finish(Attempt& attempt) {
    int error = 0;
    int length = sizeof error;
    ::getsockopt(attempt.socket.get(), SOL_SOCKET, SO_ERROR, reinterpret_cast<char*>(&error),
                 &length); // NOLINT
    if (error == 0)
        attempt.connected = true;
    else
        attempt.giveUp(error);
}

/// Waits for the next news of any attempt; false when there can be none.
bool waitForNews(std::vector<Attempt>& attempts, Clock::time_point deadline) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
    fd_set ready{}, failed{}; // as many as a name may have addresses that are tried: FD_SETSIZE
    for (const Attempt& attempt : attempts)
        if (attempt.socket.open() && ready.fd_count < FD_SETSIZE) {
            ready.fd_array[ready.fd_count++] = attempt.socket.get();
            failed.fd_array[failed.fd_count++] = attempt.socket.get();
        }
    if (left <= 0 || ready.fd_count == 0)
        return false;
    timeval time{static_cast<long>(left / 1000), static_cast<long>(left % 1000 * 1000)};
    ::select(0, nullptr, &ready, &failed, &time);
    for (Attempt& attempt : attempts)
        if (attempt.socket.open() && (::__WSAFDIsSet(attempt.socket.get(), &ready) != 0 ||
                                      ::__WSAFDIsSet(attempt.socket.get(), &failed) != 0))
            finish(attempt);
    return true;
}

std::string problems(const std::vector<Attempt>& attempts, std::chrono::milliseconds limit) {
    std::string text;
    for (const Attempt& attempt : attempts)
        text += (text.empty() ? "" : "; ") + attempt.address + ": " +
                (attempt.problem.empty() ? "no answer within " + inSeconds(limit) : attempt.problem);
    return text;
}

} // namespace

tl::expected<Connected, std::string> connectToAny(const std::vector<std::string>& addresses,
                                                  std::uint16_t port, Clock::time_point deadline) {
    beginSockets();
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

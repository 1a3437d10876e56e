// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

namespace bes::fuzz {

/// A server on a port of 127.0.0.1 that talks as a target says, one connection after the other.
class LoopbackServer {
public:
    /// Called in a thread of its own with the socket, what begin() was given and the number of connections
    /// since.
    using Talk = std::function<void(int socket, std::string_view input, std::size_t number)>;

    explicit LoopbackServer(Talk talk);
    LoopbackServer(const LoopbackServer&) = delete;
    LoopbackServer& operator=(const LoopbackServer&) = delete;
    ~LoopbackServer();

    /// What is talked about from the next connection on: the other side may be gone before all of it was
    /// said.
    void begin(std::string_view input);
    [[nodiscard]] std::uint16_t port() const { return port_; }

private:
    void serve();

    Talk talk_;
    int listening_ = -1;
    std::uint16_t port_ = 0;
    std::mutex mutex_; ///< for the next two
    std::string input_;
    std::size_t number_ = 0;
    std::thread thread_;
};

/// What the other side sends first, up to a few KiB; empty where nothing comes within a second.
[[nodiscard]] std::string receiveSome(int socket);
void sendAll(int socket, std::string_view bytes);

} // namespace bes::fuzz

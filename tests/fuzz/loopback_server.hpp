#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <thread>

namespace bes::fuzz {

/// A server on a port of 127.0.0.1 that talks as a target says, one connection after the other.
class LoopbackServer {
public:
    /// Called in a thread of its own with the socket and the number of connections since begin().
    using Talk = std::function<void(int socket, std::size_t number)>;

    explicit LoopbackServer(Talk talk);
    LoopbackServer(const LoopbackServer&) = delete;
    LoopbackServer& operator=(const LoopbackServer&) = delete;
    ~LoopbackServer();

    void begin() { number_ = 0; }
    [[nodiscard]] std::uint16_t port() const { return port_; }

private:
    void serve();

    Talk talk_;
    int listening_ = -1;
    std::uint16_t port_ = 0;
    std::size_t number_ = 0; ///< written before a connection is made, read after it
    std::thread thread_;
};

/// What the other side sends first, up to a few KiB; empty where nothing comes within a second.
[[nodiscard]] std::string receiveSome(int socket);
void sendAll(int socket, std::string_view bytes);

} // namespace bes::fuzz

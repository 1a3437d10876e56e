// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>

namespace bes::host {

// For libraries that speak with servers over sockets of their own.

enum class Readiness { read, write };

/// False when the limit passed before.
[[nodiscard]] bool waitFor(int socket, Readiness readiness, std::chrono::milliseconds limit);

/// Watches a connection that a library made, from another thread, and can end it. It has a descriptor of its
/// own: the library may close its socket meanwhile.
class SocketWatch {
public:
    /// Also keeps small what the system takes in before the library asks for it.
    explicit SocketWatch(int socket);
    SocketWatch(const SocketWatch&) = delete;
    SocketWatch& operator=(const SocketWatch&) = delete;
    ~SocketWatch();

    /// Bytes that came since the watch began. A socket that is no TCP does not tell: then it is by how much
    /// the memory of this process grew.
    [[nodiscard]] std::uint64_t received() const;
    /// Both sides see the end of the connection.
    void cut() const;

private:
    [[nodiscard]] std::uint64_t counter() const;

    int socket_;
    bool isTcp_ = false;
    std::uint64_t begin_ = 0;
};

/// While it lives libraries speak English in this thread, whatever the desktop speaks: their words are
/// compared, and stand in English sentences.
class EnglishMessages {
public:
    EnglishMessages();
    EnglishMessages(const EnglishMessages&) = delete;
    EnglishMessages& operator=(const EnglishMessages&) = delete;
    ~EnglishMessages();

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace bes::host

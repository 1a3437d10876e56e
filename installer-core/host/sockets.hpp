#pragma once

#include <chrono>
#include <memory>

namespace bes::host {

// For libraries that speak with servers over sockets of their own.

enum class Readiness { read, write };

/// False when the limit passed before.
[[nodiscard]] bool waitFor(int socket, Readiness readiness, std::chrono::milliseconds limit);

/// Both sides see the end of the connection. The socket stays open.
void cutConnection(int socket);

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

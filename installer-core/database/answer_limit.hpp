#pragma once

#include <atomic>
#include <chrono>
#include <thread>

namespace bes::database {

/// Cuts the connection on a socket when its time has passed: what waits there for a server that answers no
/// more goes on with an error.
class AnswerLimit {
public:
    AnswerLimit(int socket, std::chrono::milliseconds limit);

    [[nodiscard]] bool passed() const { return passed_; }

private:
    std::atomic<bool> passed_ = false;
    std::jthread watch_;
};

} // namespace bes::database

// SPDX-License-Identifier: Apache-2.0
#include "host/linux/waiting_output.hpp"

#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <thread>
#include <utility>

#include "host/interruption.hpp"

namespace bes::host {
namespace {

constexpr std::size_t most = 1 << 20; ///< bytes that wait for a reader
constexpr std::size_t piece = 1 << 16;
/// With a reader who has not taken all when a stop is asked for.
constexpr std::chrono::milliseconds patience{500};
/// What both streams say to one terminal stands there in the order in which it was said.
constexpr std::chrono::milliseconds patienceWithOther{100};

/// This thread takes no signals but the one that says that nobody reads: that ends the process, unless it
/// wants to survive it.
void leaveSignalsToOthers() {
    sigset_t others;
    ::sigfillset(&others);
    ::sigdelset(&others, SIGPIPE);
    ::pthread_sigmask(SIG_SETMASK, &others, nullptr);
}

/// 0, or the errno of what could not be written.
int writeWhole(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written > 0) {
            bytes.remove_prefix(static_cast<std::size_t>(written));
        } else if (written < 0 && errno == EAGAIN) { // another process has set that since we began
            pollfd room{descriptor, POLLOUT, 0};
            ::poll(&room, 1, -1);
        } else if (written < 0 && errno != EINTR) {
            return errno;
        }
    }
    return 0;
}

} // namespace

WaitingOutput& WaitingOutput::of(int descriptor) {
    static WaitingOutput& output = *new WaitingOutput(STDOUT_FILENO); // their threads do not end
    static WaitingOutput& errors = *new WaitingOutput(STDERR_FILENO);
    return descriptor == STDOUT_FILENO ? output : errors;
}

WaitingOutput::WaitingOutput(int descriptor) : descriptor_(descriptor) {
    std::thread([this] { writeAll(); }).detach();
}

void WaitingOutput::writeAll() {
    leaveSignalsToOthers();
    std::unique_lock lock(mutex_);
    while (true) {
        changed_.wait(lock, [this] { return !text_.empty(); });
        const std::string next = text_.substr(0, piece);
        text_.erase(0, piece);
        writing_ = next.size();
        int error = error_;
        lock.unlock();
        if (error == 0)
            error = writeWhole(descriptor_, next);
        lock.lock();
        error_ = error;
        writing_ = 0;
        givenUp_ = slow_ = false;
        changed_.notify_all();
    }
}

/// Waits for it as long as no stop is asked for, and then a moment longer.
template<class Condition>
bool WaitingOutput::waitFor(std::unique_lock<std::mutex>& lock, Condition condition) {
    if (!givenUp_)
        givenUp_ =
            !changed_.wait(lock, stopOfProcess(), condition) && !changed_.wait_for(lock, patience, condition);
    return condition();
}

bool WaitingOutput::add(std::string_view text) {
    if (!text.empty())
        of(descriptor_ == STDOUT_FILENO ? STDERR_FILENO : STDOUT_FILENO).goFirst();
    std::unique_lock lock(mutex_);
    if (!text.empty() && waitFor(lock, [this] { return left() <= most; }) && error_ == 0)
        text_ += text;
    changed_.notify_all();
    return error_ == 0;
}

bool WaitingOutput::waitUntilWritten() {
    std::unique_lock lock(mutex_);
    return waitFor(lock, [this] { return left() == 0; });
}

bool WaitingOutput::waitUntilWritten(std::chrono::milliseconds longest) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, longest, [this] { return left() == 0; });
}

void WaitingOutput::goFirst() {
    std::unique_lock lock(mutex_);
    slow_ = slow_ || !changed_.wait_for(lock, patienceWithOther, [this] { return left() == 0; });
}

int WaitingOutput::error() {
    const std::lock_guard lock(mutex_);
    return error_;
}

} // namespace bes::host

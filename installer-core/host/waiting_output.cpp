// SPDX-License-Identifier: Apache-2.0
#include "host/waiting_output.hpp"

#include <algorithm>
#include <thread>
#include <utility>

#include "host/interruption.hpp"
#include "host/raw_output.hpp"

namespace bes::host {
namespace {

constexpr std::size_t most = 1 << 20; ///< bytes that wait for a reader
constexpr std::size_t piece = 1 << 16;
/// With a reader who has not taken all when a stop is asked for.
constexpr std::chrono::milliseconds patience{500};
/// What both streams say to one terminal stands there in the order in which it was said.
constexpr std::chrono::milliseconds patienceWithOther{100};

} // namespace

WaitingOutput& WaitingOutput::of(int descriptor) {
    static WaitingOutput& output = *new WaitingOutput(standardOutputNumber); // their threads do not end
    static WaitingOutput& errors = *new WaitingOutput(standardErrorNumber);
    return descriptor == standardOutputNumber ? output : errors;
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
        of(descriptor_ == standardOutputNumber ? standardErrorNumber : standardOutputNumber).goFirst();
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

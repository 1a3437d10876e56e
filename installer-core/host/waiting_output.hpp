// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <string_view>

namespace bes::host {

/// What is said to standard output or standard error and not yet written. It lives as long as the process.
class WaitingOutput {
public:
    /// Of descriptor 1 or 2.
    [[nodiscard]] static WaitingOutput& of(int descriptor);

    /// Waits for room where the reader leaves too much. False: it could not be written, now or before.
    bool add(std::string_view text);
    /// Until all is written or, once a stop was asked for, a moment longer. False: something is left.
    bool waitUntilWritten();
    /// Not longer than that. False: something is left.
    bool waitUntilWritten(std::chrono::milliseconds longest);
    /// The errno with which writing failed; 0: it did not.
    [[nodiscard]] int error();

private:
    explicit WaitingOutput(int descriptor);
    [[noreturn]] void writeAll();
    /// What is said here was said before what comes to the other descriptor.
    void goFirst();
    template<class Condition>
    bool waitFor(std::unique_lock<std::mutex>& lock, Condition condition);
    [[nodiscard]] std::size_t left() const { return writing_ + text_.size(); }

    int descriptor_;
    std::mutex mutex_;
    std::condition_variable_any changed_;
    std::string text_;
    std::size_t writing_ = 0; ///< bytes that are just being written
    int error_ = 0;
    bool givenUp_ = false, slow_ = false; ///< until the reader takes something again
};

} // namespace bes::host

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace bes::probe {

/// Ends the process when the limit has passed: a runtime that hangs can't be asked to stop, and whoever
/// started this program may be gone.
class TimeLimit {
public:
    /// 0: none.
    TimeLimit(std::chrono::seconds limit, int exitCode);

private:
    std::mutex mutex_;
    std::condition_variable_any stopped_;
    std::optional<std::jthread> watch_; ///< last: its thread uses what is above
};

} // namespace bes::probe

// SPDX-License-Identifier: Apache-2.0
#include "waiting.hpp"

#include <condition_variable>
#include <mutex>

namespace bes::app {

bool waitUntil(std::chrono::steady_clock::time_point time, const std::stop_token& stop) {
    std::mutex mutex;
    std::condition_variable_any nobody;
    std::unique_lock lock(mutex);
    nobody.wait_until(lock, stop, time, [] { return false; });
    return !stop.stop_requested();
}

} // namespace bes::app

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <stop_token>

namespace bes::app {

/// True when the time has passed, false after a stop.
[[nodiscard]] bool waitUntil(std::chrono::steady_clock::time_point time, const std::stop_token& stop);

} // namespace bes::app

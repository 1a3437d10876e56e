// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ctime>
#include <string>

namespace bes {

/// "2026-11-27T22:59:03Z": as every document and message of setup writes a time.
[[nodiscard]] std::string utcText(const std::tm& utc);
[[nodiscard]] std::string utcText(std::time_t time);
[[nodiscard]] std::string utcNow();

} // namespace bes

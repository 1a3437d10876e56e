// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ctime>
#include <optional>
#include <string>
#include <string_view>

namespace bes {

/// "2026-11-27T22:59:03Z": as every document and message of setup writes a time.
[[nodiscard]] std::string utcText(const std::tm& utc);
[[nodiscard]] std::string utcText(std::time_t time);
[[nodiscard]] std::string utcNow();
/// The time that such a text says; empty for another text.
[[nodiscard]] std::optional<std::time_t> timeOfUtc(std::string_view text);

} // namespace bes

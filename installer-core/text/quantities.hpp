// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace bes {

/// "1 file", "212 files".
[[nodiscard]] std::string counted(std::uint64_t number, std::string_view noun);
/// The same for a noun that has its plural otherwise: "1 primary", "2 primaries".
[[nodiscard]] std::string counted(std::uint64_t number, std::string_view one, std::string_view many);

enum class Rounding { up, down };

/// "412 MiB", "9.4 GiB", "96 bytes". Rounded so that a need never looks smaller and free room never larger
/// than it is.
[[nodiscard]] std::string formatBytes(std::uint64_t bytes, Rounding rounding);

/// "2.5 seconds".
[[nodiscard]] std::string inSeconds(std::chrono::milliseconds duration);

/// "42 seconds", "5 minutes", "3 hours", "12 days": in the largest unit that there is at least one of.
[[nodiscard]] std::string roughly(std::chrono::seconds duration);

} // namespace bes

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <fmt/format.h>

namespace bes::plan {

// Shares of the progress bar for what is no copying of bytes: its usual duration at about 200 MB/s.
inline constexpr std::uint64_t smallWeight = 2ull << 20;
inline constexpr std::uint64_t weightPerFile = 8ull << 10;
inline constexpr std::uint64_t weightPerStart = 16ull << 20;

/// "1 file", "212 files": for titles of steps.
[[nodiscard]] inline std::string count(std::size_t number, std::string_view noun) {
    return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

} // namespace bes::plan

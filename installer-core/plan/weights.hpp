// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace bes::plan {

// Shares of the progress bar for what is no copying of bytes: its usual duration at about 200 MB/s.
inline constexpr std::uint64_t smallWeight = 2ull << 20;
inline constexpr std::uint64_t weightPerFile = 8ull << 10;
inline constexpr std::uint64_t weightPerStart = 16ull << 20;

} // namespace bes::plan

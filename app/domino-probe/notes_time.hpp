// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "domino/notes_api.hpp"

namespace bes::probe {

/// Hundredths of a second since 1970; empty for a TIMEDATE without a time.
[[nodiscard]] std::optional<std::int64_t> hundredths(const domino::notes::TimeDate& time);

/// "2026-11-22T10:00:00Z"; "" for nothing.
[[nodiscard]] std::string isoTime(std::optional<std::int64_t> hundredths);

/// As a number that can be compared, and as Notes shows it: "852579C0:0041EB00".
[[nodiscard]] std::uint64_t replicaIdOf(const domino::notes::TimeDate& id);
[[nodiscard]] std::string replicaIdText(std::uint64_t id);

} // namespace bes::probe

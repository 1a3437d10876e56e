// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "domino/notes_api.hpp"

namespace stand_in {

namespace notes = bes::domino::notes;

/// `zone`: hours east of GMT. It fills bits that do not change the time (domino.md §2.4), and the checks must
/// not mind.
[[nodiscard]] notes::TimeDate timeOf(std::int64_t unixSeconds, unsigned zone = 0);
[[nodiscard]] std::int64_t unixSecondsOf(notes::TimeDate time);

/// From "2026-11-20T10:00:00Z"; throws std::runtime_error.
[[nodiscard]] std::int64_t parseTime(const std::string& text);

/// From "C1257A2B:00512C3A"; throws std::runtime_error.
[[nodiscard]] notes::TimeDate parseReplicaId(const std::string& text);
[[nodiscard]] std::string replicaIdText(notes::TimeDate id);

} // namespace stand_in

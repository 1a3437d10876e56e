// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

// What NAMELookup gives: a buffer that only the library understands (domino.md §2.6). Ours: a header, and for
// each name a header and its matches; each header begins with a mark, so that a wrong pointer shows.
namespace stand_in {

/// Values by item, values in LMBCS.
using LookupMatch = std::vector<std::vector<std::string>>;

/// One name with what was found for it.
using LookupName = std::vector<LookupMatch>;

[[nodiscard]] std::string lookupBuffer(const std::vector<LookupName>& names);

/// Null at the end. Throw std::invalid_argument where a pointer is none of such a buffer.
[[nodiscard]] const char* nextName(const char* buffer, const char* previous, std::uint16_t& matches);
[[nodiscard]] const char* nextMatch(const char* name, const char* previous);

/// False where the match has no such item or the item no such member.
[[nodiscard]] bool textOfMatch(const char* match, std::size_t item, std::size_t member, std::string& text);

} // namespace stand_in

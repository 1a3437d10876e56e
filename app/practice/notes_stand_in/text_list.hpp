// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace stand_in {

/// TEXT_LIST without a type in front (domino.md §2.1), of texts in UTF-8.
[[nodiscard]] std::string textList(const std::vector<std::string>& texts);

/// A 16-bit number at the end of a buffer.
void appendWord(std::string& bytes, std::size_t value);

} // namespace stand_in

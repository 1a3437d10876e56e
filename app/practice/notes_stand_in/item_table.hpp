// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "domino/notes_api.hpp"

namespace stand_in {

// Values with their type in front (domino.md §2.5), from UTF-8.
[[nodiscard]] std::string textValue(const std::string& text);
[[nodiscard]] std::string textListValue(const std::vector<std::string>& texts);
[[nodiscard]] std::string numberValue(double number);
[[nodiscard]] std::string timeValue(bes::domino::notes::TimeDate time);

/// Name and value.
using RawItem = std::pair<std::string, std::string>;

/// ITEM_TABLE: lengths of all, then names and values.
[[nodiscard]] std::string itemTable(const std::vector<RawItem>& items);

/// A table of values without names, as views give them.
[[nodiscard]] std::string valueTable(const std::vector<std::string>& values);

} // namespace stand_in

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

namespace bes::probe {

/// Text of an item in the summary (ITEM_TABLE) that a search hands over, in LMBCS; the view lives as long as
/// the table. Nothing is read behind the end that the table itself gives. Empty for an item that is missing
/// or no text; of a text list the first entry.
[[nodiscard]] std::optional<std::string_view> textItem(const void* table, std::string_view name);

} // namespace bes::probe

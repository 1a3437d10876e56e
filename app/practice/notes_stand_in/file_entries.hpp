// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "item_table.hpp"
#include "scenario.hpp"

namespace stand_in {

/// One entry that NSFSearch gives.
struct SearchEntry {
    notes::SearchMatch match{};
    std::vector<RawItem> items;
};

/// Whether a file mask's type takes in a file of that name.
[[nodiscard]] bool isOfType(notes::Word mask, const std::string& path);

/// A database as an entry: `number` varies the order of the items and whether all are there.
[[nodiscard]] SearchEntry databaseEntry(const Database& database, const Server& server, std::size_t number);
[[nodiscard]] SearchEntry folderEntry(const std::string& path, const Server& server);

/// An entry that is no match.
[[nodiscard]] SearchEntry decoyEntry(const std::string& folder, const Server& server);

} // namespace stand_in

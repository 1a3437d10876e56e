// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents.hpp"

namespace stand_in {

/// The Server document of the Domino Directory.
[[nodiscard]] std::vector<Item> serverDocument(const Server& server);

/// Values of an item, whatever the case of its name; none where the document lacks it.
[[nodiscard]] const std::vector<std::string>* valuesOf(const std::vector<Item>& document,
                                                       const std::string& item);

} // namespace stand_in

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "memory.hpp"

namespace bes::probe {

/// The entries of a TEXT_LIST without type prefix, in LMBCS: u16 count, u16 length of each, the texts without
/// NUL. Empty for an empty handle.
[[nodiscard]] std::vector<std::string> readTextList(const domino::notes::Functions& api, const Memory& list);

} // namespace bes::probe

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace bes {

[[nodiscard]] std::string joined(const std::vector<std::string>& words, std::string_view between = ", ");

/// "a, b and 3 more": no more than `limit` names.
[[nodiscard]] std::string listed(const std::vector<std::string>& names, std::size_t limit = 5);

} // namespace bes

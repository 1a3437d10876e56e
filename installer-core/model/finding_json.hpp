// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "model/json.hpp"

namespace bes {

// What toJson() writes of a Finding and of a Failure comes back as it was, but for Failure::byRights.

[[nodiscard]] Json toJson(const std::vector<Finding>& findings);
[[nodiscard]] Finding findingFromJson(const Json& json);
[[nodiscard]] std::vector<Finding> findingsFromJson(const Json& json);
[[nodiscard]] Failure failureFromJson(const Json& json);

} // namespace bes

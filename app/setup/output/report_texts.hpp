// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domino/readiness.hpp"
#include "model/finding.hpp"
#include "model/plan.hpp"
#include "standby_status.hpp"

namespace bes::app {

// What commands show, as it goes into a report: without colours and not cut off.

[[nodiscard]] std::string findingsText(const std::vector<Finding>& findings);
[[nodiscard]] std::string planText(const Plan& plan, const std::vector<Finding>& findings);
[[nodiscard]] std::string statusText(const StandbyStatus& status,
                                     const std::optional<domino::Readiness>& readiness);

} // namespace bes::app

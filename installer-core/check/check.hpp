// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "model/facts.hpp"
#include "model/finding.hpp"
#include "model/request.hpp"

namespace bes::check {

/// Every rule for an installation, all at once, in a fixed order. Pure: the same facts give the same
/// findings.
[[nodiscard]] std::vector<Finding> check(const Facts& facts, const Request& request);

} // namespace bes::check

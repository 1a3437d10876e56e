// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QString>

#include "model/finding.hpp"
#include "model/request.hpp"

namespace bes::wizard {

/// The findings as a text to keep or to send, the worst first.
[[nodiscard]] QString textReport(const Request& request, const std::vector<Finding>& findings);
/// The same as a page for a browser, without anything from outside.
[[nodiscard]] QString htmlReport(const Request& request, const std::vector<Finding>& findings);

} // namespace bes::wizard

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "model/facts.hpp"
#include "model/finding.hpp"
#include "model/maintenance.hpp"
#include "model/plan.hpp"
#include "model/request.hpp"

namespace bes::check {

/// Every rule for an installation, all at once, in a fixed order. Pure: the same facts give the same
/// findings.
[[nodiscard]] std::vector<Finding> check(const Facts& facts, const Request& request);

/// Whether the standby that is installed can be changed or removed so. `request` is the one of the receipt,
/// for an upgrade with the media to be taken.
/// Pure, like check().
[[nodiscard]] std::vector<Finding> checkMaintenance(const Facts& facts, const Request& request,
                                                    const Maintenance& wanted);

/// Whether files can be taken from the media: it can be trusted, and is the one that was installed from.
[[nodiscard]] std::vector<Finding> checkSameMedia(const Facts& facts, const Request& request);

/// Whether a change may take this out of the way of what is of another kind in the new version.
[[nodiscard]] std::vector<Finding> checkClearing(const Facts& facts, const RemoveFiles& act);

/// Whether there is room to unpack these packages of the media.
[[nodiscard]] std::vector<Finding> checkStaging(const Facts& facts, const Request& request,
                                                const std::vector<std::string>& packages);

} // namespace bes::check

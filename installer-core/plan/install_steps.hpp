// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "model/facts.hpp"
#include "model/plan.hpp"
#include "plan/composition.hpp"

namespace bes::plan {

/// The steps of an installation, in order, each with its undo.
[[nodiscard]] std::vector<Step> installSteps(const Facts& facts, const Composition& composition);

/// Every file that the steps leave on the computer, sorted by path: for the receipt.
[[nodiscard]] std::vector<InstalledFile> filesOf(const std::vector<Step>& steps);

} // namespace bes::plan

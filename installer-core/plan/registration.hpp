// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/facts.hpp"
#include "model/plan.hpp"
#include "plan/composition.hpp"

namespace bes::plan {

/// The rows of the standby.
[[nodiscard]] RegisterStandby registrationOf(const Facts& facts, const Composition& composition);

/// Whether the database has other rows, or other SRP credentials than the primary's. No where it can't be
/// read.
[[nodiscard]] bool registrationDiffers(const Facts& facts, const Composition& composition);

} // namespace bes::plan

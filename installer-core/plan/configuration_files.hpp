// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "model/plan.hpp"
#include "plan/composition.hpp"

namespace bes::plan {

/// What the standby's programs read: names, database and folders. No SRP credentials: the programs read them
/// from the BlackBerry Configuration Database. The format is this project's own.
[[nodiscard]] std::vector<TextFile> configurationFiles(const Composition& composition);

} // namespace bes::plan

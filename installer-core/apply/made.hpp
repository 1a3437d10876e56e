// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "apply/run.hpp"

namespace bes::apply {

/// What the run made that stays: told by the effects in its journal, beside what was made before it.
[[nodiscard]] Result<Made> madeBy(Run& run);
/// What is kept of others after it: what was kept before, and what this run moved away.
[[nodiscard]] Result<std::vector<KeptThing>> keptBy(Run& run);

} // namespace bes::apply

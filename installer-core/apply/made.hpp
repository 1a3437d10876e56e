#pragma once

#include "apply/run.hpp"

namespace bes::apply {

/// What the run made that stays: told by the effects in its journal, beside what was made before it.
[[nodiscard]] Result<Made> madeBy(Run& run);

} // namespace bes::apply

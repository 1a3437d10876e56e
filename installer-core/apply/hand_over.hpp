// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "apply/run.hpp"

namespace bes::apply {

/// Undoes a handedOver effect of that step.
[[nodiscard]] Result<void> giveBack(const Run& run, std::size_t step, const journal::Effect& effect);

} // namespace bes::apply

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "apply/run.hpp"
#include "model/receipt.hpp"

namespace bes::apply {

// notes.ini belongs to Domino's account, as does its folder: it is edited as a host::FileOfOthers.

[[nodiscard]] Result<bool> namesTask(const Run& run, const DominoTask& task);

/// Takes back what the step did. Where nobody changed notes.ini since, it has the content and the times that
/// it had; where Domino rewrote it meanwhile, only our own entry is taken out. Success where there is no
/// notes.ini any more.
[[nodiscard]] Result<void> removeTask(Run& run, std::size_t step, const DominoTask& task);
/// The other way round.
[[nodiscard]] Result<void> addTaskAgain(Run& run, std::size_t step, const DominoTask& task);

/// Undoes a handedOver effect of that step.
[[nodiscard]] Result<void> giveBack(const Run& run, std::size_t step, const journal::Effect& effect);

} // namespace bes::apply

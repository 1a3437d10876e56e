// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "apply/apply.hpp"
#include "model/recovery_kind.hpp"

/// The part of the façade that deals with a run that was interrupted.
namespace bes {

using apply::Interruption;

/// Empty where no run was interrupted. Changes nothing.
[[nodiscard]] Result<std::optional<Interruption>> interruption(const std::filesystem::path& root);

enum class RecoveryOutcome {
    nothing, ///< no run was interrupted
    undone,
    undoneButStopped, ///< besides services that ran before and do not start, which was accepted
    finished,
    tidied, ///< it had done all; what it kept for its undo is removed
};

/// Writes the copy of the receipt for everybody anew where it is not as the journal's. Success where it is.
/// Failure run.busy where a run is under way, also one that has not begun to change anything.
[[nodiscard]] Result<void> publishReceiptAgain(const std::filesystem::path& root, const apply::Tools& tools);

/// Takes the lock of the root and recovers.
[[nodiscard]] Result<RecoveryOutcome> recover(const std::filesystem::path& root, Recovery how,
                                              const apply::Tools& tools);

} // namespace bes

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "apply/apply.hpp"
#include "host/root.hpp"
#include "host/run_lock.hpp"
#include "inspection.hpp"
#include "model/plan.hpp"
#include "model/request.hpp"
#include "run_outcome.hpp"

// What all runs have in common that change something.

namespace bes {

/// Whether an earlier run has to be undone or tidied first. False for an ordinary account that may not see
/// it: it is refused the change in any case.
[[nodiscard]] Result<bool> interruptedRun(const host::Root& root);

/// The copy of the receipt for everybody is not as the journal's: the next run that changes something writes
/// it.
[[nodiscard]] bool publicReceiptDiffers(const host::Root& root);

/// Failure run.busy: what could not be done because of the run that holds the lock.
[[nodiscard]] Failure busyWith(const host::LockHolder& holder, std::string what);

/// The journal is an administrator's, and this account is none.
[[nodiscard]] bool mayNotLook(const Failure& journalFailure);

/// Why the journal can't be read: where another run holds the lock and writes it just now, that (run.busy).
[[nodiscard]] Failure causeOf(Failure journalFailure, const host::Root& root);

/// The only run on this root from here on. Failure run.busy says who holds the lock.
[[nodiscard]] Result<host::RunLock> lockRoot(const host::Root& root);

/// The only run on this root from here on, with what an interrupted one left undone or tidied.
[[nodiscard]] Result<host::RunLock> lockAndRecover(const Request& request, const apply::Tools& tools);

/// Executes the inspection's plan, where there is one with steps; the lock is held then.
[[nodiscard]] Result<RunOutcome> execute(Inspection inspection, const apply::Tools& tools);

[[nodiscard]] apply::Tools applyTools(const RunTools& tools);

/// Failure plan.outdated where the plan that was made before is not the plan that would be made now.
[[nodiscard]] Result<void> expectSame(const Plan& made, const Plan& now);

} // namespace bes

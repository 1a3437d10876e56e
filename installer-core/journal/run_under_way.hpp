// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>

#include "host/root.hpp"
#include "host/run_lock.hpp"

namespace bes::journal {

/// The only run on this root from here on; the state folder has to be there. Failure run.busy says who holds
/// the lock.
[[nodiscard]] Result<host::RunLock> lock(const host::Root& root);

/// The run that changes something just now.
[[nodiscard]] std::optional<host::LockHolder> runUnderWay(const host::Root& root);
/// The same, unless it is this process's own.
[[nodiscard]] std::optional<host::LockHolder> otherRunUnderWay(const host::Root& root);

} // namespace bes::journal

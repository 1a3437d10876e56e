// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <stop_token>

#include "console.hpp"
#include "recovery.hpp"

namespace bes::app {

/// What is to become of the run that was interrupted below a root.
struct RecoveryRun {
    std::filesystem::path root;
    Recovery how = Recovery::rollback;
    bool acceptStopped = false; ///< see `recover --accept-stopped`
    /// For the database that the interrupted run worked with.
    std::function<Result<Secret>(const DatabaseAddress&)> password;
};

/// Undoes or finishes it with a log of its own, and tells what it was, the progress and what came of it: JSON
/// Lines for programs, text for people. Failures are of what kept it from beginning; they are not told yet.
[[nodiscard]] Result<ExitCode> recoverAndTell(const RecoveryRun& run, bool json, Console& console,
                                              std::stop_token stop);

} // namespace bes::app

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "host/root.hpp"
#include "journal/run_record.hpp"
#include "model/facts.hpp"
#include "model/failure.hpp"
#include "model/plan.hpp"
#include "model/progress.hpp"
#include "model/secret.hpp"

namespace bes::apply {

/// What apply needs beside the plan.
struct Tools {
    Secret databasePassword;
    Progress& progress;
    std::stop_token stop; ///< asked for between acts; what was done is then undone
    bool acceptStopped =
        false; ///< an undo is complete although a service that ran before does not start again
};

struct Applied {
    std::string run;                 ///< its id
    std::vector<Failure> notStarted; ///< services that did not start, where the plan says to keep them
};

/// Executes the plan step by step, each written to the journal before it acts. A failed step undoes all
/// before it and its Failure comes back (code failed, or undoIncomplete with what could not be undone;
/// cancelled after a stop). `origin` is kept with the run, for people.
[[nodiscard]] Result<Applied> apply(const Plan& plan, const Tools& tools,
                                    const journal::RunOrigin& origin = {});

/// A run that was interrupted, as the journal tells of it.
struct Interruption {
    UnfinishedRun run;
    bool committed = false; ///< it can't be undone any more; what was kept for the undo may still be there
    std::size_t stepsDone = 0, steps = 0;
    std::vector<std::string> notYetUndone; ///< titles of what is left, where the undo has begun
    std::vector<std::string> notYetDone;   ///< titles of the steps after the commit that are left
    DatabaseAddress database;
};
/// Empty where no run was interrupted. Changes nothing.
[[nodiscard]] Result<std::optional<Interruption>> lookAtInterruptedRun(const host::Root& root);

/// Does what an interrupted run has not done yet; a step in the middle of which it stopped is undone and done
/// again. Failure recover.needs-media or recover.needs-database, with nothing changed, where what is left
/// needs what can't be used. A step that fails undoes the whole run, as in apply. Success when there is none.
[[nodiscard]] Result<void> resumeInterruptedRun(const host::Root& root, const Tools& tools);

enum class Undone {
    nothing, ///< no run was interrupted
    all,
    allButStopped, ///< services that ran before stay stopped, which was accepted
};
/// Undoes a run that was interrupted (crash, kill, power cut). Needs neither media nor the plan's facts.
[[nodiscard]] Result<Undone> undoInterruptedRun(const Request& request, const Tools& tools);

} // namespace bes::apply

#pragma once

#include <stop_token>
#include <string>

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
};

/// Executes the plan step by step, each written to the journal before it acts. A failed step undoes all
/// before it and its Failure comes back (code failed, or undoIncomplete with what could not be undone;
/// cancelled after a stop). Returns the run's id.
[[nodiscard]] Result<std::string> apply(const Plan& plan, const Tools& tools);

/// Undoes a run that was interrupted (crash, kill, power cut). Needs neither media nor the plan's facts.
/// Success when there is none; returns whether there was one.
[[nodiscard]] Result<bool> undoInterruptedRun(const Request& request, const Tools& tools);

} // namespace bes::apply

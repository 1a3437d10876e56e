// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stop_token>
#include <string>
#include <vector>

#include "model/exit_code.hpp"
#include "model/failure.hpp"
#include "model/finding.hpp"
#include "model/passwords.hpp"
#include "model/plan.hpp"
#include "model/progress.hpp"

namespace bes {

/// What a run is given besides what it shall do.
struct RunTools {
    Passwords passwords;
    Progress& progress;
    std::stop_token stop;
};

/// What came of a run that did not fail.
struct RunOutcome {
    enum class Kind { done, nothingToDo, blocked };
    Kind kind = Kind::done;
    std::vector<Finding> findings;
    Plan plan;                         ///< empty when blocked
    std::string run;                   ///< id of the run; empty unless done
    std::vector<Failure> notStarted{}; ///< services that the run was to keep although they did not start
    std::vector<std::string> stays{};  ///< of a removal: what is left, a line each
};

[[nodiscard]] ExitCode exitCodeOf(const RunOutcome& outcome);

} // namespace bes

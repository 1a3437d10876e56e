// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "engine/engine_process.hpp"
#include "model/maintenance.hpp"
#include "setup.hpp"
#include "standby_status.hpp"

namespace bes::wizard {

/// What an engine is started for.
enum class Doing { installing, modifying, repairing, upgrading, removing, recovering };
[[nodiscard]] Doing doingOf(Maintenance::Kind kind);
/// "installation", "repair" …
[[nodiscard]] std::string nounOf(Doing doing);
/// "Installation", "Repair" … as a heading.
[[nodiscard]] std::string titleOf(Doing doing);

/// How a run ended, in words.
struct RunReport {
    Severity severity = Severity::passed;
    std::string headline;               ///< one sentence
    std::vector<std::string> sentences; ///< why, what to do, what comes next
    bool canRecover = false;            ///< something was left in the middle
    bool canRetry = false;
    std::string command{}; ///< that a remedy among the sentences needs; empty: none
};

/// `standby` is what is installed now, as far as that is known.
[[nodiscard]] RunReport runReport(Doing doing, const RunEnd& end, const StandbyStatus* standby);

/// What is missing where engineCall() finds no means to become an administrator.
[[nodiscard]] std::string noElevation();

/// To be saved: with what the run said, a line each.
[[nodiscard]] std::string asText(const RunReport& report, const std::vector<std::string>& log);

} // namespace bes::wizard

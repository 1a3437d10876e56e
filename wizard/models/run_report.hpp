#pragma once

#include <string>
#include <vector>

#include "engine/engine_process.hpp"
#include "model/maintenance.hpp"
#include "setup.hpp"

namespace bes::wizard {

/// What an engine is started for.
enum class Doing { installing, modifying, repairing, removing, recovering };
[[nodiscard]] Doing doingOf(Maintenance::Kind kind);
/// "installation", "repair" …
[[nodiscard]] std::string nounOf(Doing doing);

/// How a run ended, in words.
struct RunReport {
    Severity severity = Severity::passed;
    std::string headline;               ///< one sentence
    std::vector<std::string> sentences; ///< why, what to do, what comes next
    bool canRecover = false;            ///< something was left in the middle
    bool canRetry = false;
};

/// `standby` is what is installed now, as far as that is known.
[[nodiscard]] RunReport runReport(Doing doing, const RunEnd& end, const StandbyStatus* standby);

} // namespace bes::wizard

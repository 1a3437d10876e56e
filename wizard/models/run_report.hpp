#pragma once

#include <string>
#include <vector>

#include "engine/engine_process.hpp"
#include "setup.hpp"

namespace bes::wizard {

/// How a run ended, in words.
struct RunReport {
    Severity severity = Severity::passed;
    std::string headline;               ///< one sentence
    std::vector<std::string> sentences; ///< why, what to do, what comes next
    bool canRecover = false;            ///< something was left in the middle
    bool canRetry = false;
};

/// `standby` is what is installed now, as far as that is known.
[[nodiscard]] RunReport runReport(const RunEnd& end, const StandbyStatus* standby);

} // namespace bes::wizard

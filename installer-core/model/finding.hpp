// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/exit_code.hpp"
#include "model/remedy.hpp"

namespace bes {

enum class Severity {
    passed,      ///< looked at and good
    information, ///< good to know
    warning,     ///< installation is possible, the person should know
    blocker,     ///< installation is refused
};

/// One thing that a check found.
struct Finding {
    std::string id; ///< stable, dotted, e.g. "primary.other-computer"
    Severity severity = Severity::passed;
    std::string title;                 ///< one sentence without full stop
    std::string evidence;              ///< what was seen, with names and numbers
    std::string remedy;                ///< what to do (Remedy::text); empty when nothing is to be done
    ExitCode code = ExitCode::blocked; ///< how a run ends that this blocker stops
    bool acceptable =
        false; ///< a blocker only because something is not known: a person may take it on himself
    std::vector<NamedAnswer> answers{}; ///< of the remedy, as is the command
    std::string command{};

    bool operator==(const Finding&) const = default;
};

[[nodiscard]] bool blocks(const std::vector<Finding>& findings);

/// How a run ends that these findings stop: of the blockers' codes the first in the exit-code table; the
/// general `blocked` only where no blocker has a code of its own; success when nothing blocks.
[[nodiscard]] ExitCode exitCodeOf(const std::vector<Finding>& findings);

[[nodiscard]] std::string_view toString(Severity severity);

} // namespace bes

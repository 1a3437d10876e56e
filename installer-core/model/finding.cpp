// SPDX-License-Identifier: Apache-2.0
#include "model/finding.hpp"

#include <algorithm>

#include "model/json.hpp"

namespace bes {

bool blocks(const std::vector<Finding>& findings) {
    return std::ranges::any_of(findings, [](const Finding& f) { return f.severity == Severity::blocker; });
}

ExitCode exitCodeOf(const std::vector<Finding>& findings) {
    if (!blocks(findings))
        return ExitCode::success;
    for (const ExitCodeEntry& entry : exitCodes())
        for (const Finding& finding : findings)
            if (finding.severity == Severity::blocker && finding.code == entry.code &&
                entry.code != ExitCode::blocked)
                return entry.code;
    return ExitCode::blocked;
}

std::string_view toString(Severity severity) {
    switch (severity) {
    case Severity::passed:
        return "passed";
    case Severity::information:
        return "information";
    case Severity::warning:
        return "warning";
    case Severity::blocker:
        return "blocker";
    }
    return {};
}

Json toJson(const Finding& finding) {
    Json json{{"id", finding.id},
              {"severity", toString(finding.severity)},
              {"title", finding.title},
              {"evidence", finding.evidence},
              {"remedy", finding.remedy}};
    if (finding.severity == Severity::blocker) {
        json["exit_code"] = describe(finding.code).id;
        json["acceptable"] = finding.acceptable;
    }
    return json;
}

Json toJson(const Failure& failure) {
    return {{"id", failure.id},
            {"what", failure.what},
            {"why", failure.why},
            {"remedy", failure.remedy},
            {"exit_code", describe(failure.code).id}};
}

} // namespace bes

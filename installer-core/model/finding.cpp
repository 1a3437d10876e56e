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

namespace {

Json toJson(const std::vector<NamedAnswer>& answers) {
    Json json = Json::array();
    for (const NamedAnswer& answer : answers)
        json.push_back({{"key", answer.key}, {"value", answer.value}});
    return json;
}

} // namespace

Json toJson(const Finding& finding) {
    Json json{{"id", finding.id},          {"severity", toString(finding.severity)},
              {"title", finding.title},    {"evidence", finding.evidence},
              {"advice", finding.remedy},  {"answers", toJson(finding.answers)},
              {"command", finding.command}};
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
            {"advice", failure.remedy},
            {"answers", toJson(failure.answers)},
            {"command", failure.command},
            {"exit_code", describe(failure.code).id}};
}

} // namespace bes

// SPDX-License-Identifier: Apache-2.0
#include "model/finding_json.hpp"

#include <algorithm>
#include <stdexcept>

#include "model/json_text.hpp"

namespace bes {
namespace {

ExitCode exitCodeFromText(const std::string& id) {
    for (const ExitCodeEntry& entry : exitCodes())
        if (entry.id == id)
            return entry.code;
    throw std::invalid_argument("unknown exit code \"" + shownText(id) + "\"");
}

std::vector<NamedAnswer> answersFrom(const Json& json) {
    std::vector<NamedAnswer> answers;
    for (const Json& answer : json)
        answers.push_back({answer.at("key").get<std::string>(), answer.at("value").get<std::string>()});
    return answers;
}

} // namespace

Json toJson(const std::vector<Finding>& findings) {
    Json json = Json::array();
    for (const Finding& finding : findings)
        json.push_back(toJson(finding));
    return json;
}

Finding findingFromJson(const Json& json) {
    Finding finding{.id = json.at("id").get<std::string>(),
                    .severity = enumFromText(json.at("severity").get<std::string>(),
                                             std::array{Severity::passed, Severity::information,
                                                        Severity::warning, Severity::blocker},
                                             "severity"),
                    .title = json.at("title").get<std::string>(),
                    .evidence = json.at("evidence").get<std::string>(),
                    .remedy = json.at("advice").get<std::string>(),
                    .answers = answersFrom(json.at("answers")),
                    .command = json.at("command").get<std::string>()};
    if (finding.severity == Severity::blocker) {
        finding.code = exitCodeFromText(json.at("exit_code").get<std::string>());
        finding.acceptable = json.at("acceptable").get<bool>();
    }
    return finding;
}

std::vector<Finding> findingsFromJson(const Json& json) {
    std::vector<Finding> findings;
    for (const Json& finding : json)
        findings.push_back(findingFromJson(finding));
    return findings;
}

Failure failureFromJson(const Json& json) {
    return {.code = exitCodeFromText(json.at("exit_code").get<std::string>()),
            .id = json.at("id").get<std::string>(),
            .what = json.at("what").get<std::string>(),
            .why = json.at("why").get<std::string>(),
            .remedy = json.at("advice").get<std::string>(),
            .answers = answersFrom(json.at("answers")),
            .command = json.at("command").get<std::string>()};
}

} // namespace bes

// SPDX-License-Identifier: Apache-2.0
#include "output/install_json.hpp"

#include "text/path_text.hpp"

namespace bes::app {
namespace {

std::string_view idOf(const RunOutcome& outcome) {
    switch (outcome.kind) {
    case RunOutcome::Kind::done:
        return outcome.plan.command == "upgrade" ? "upgraded" : "installed";
    case RunOutcome::Kind::nothingToDo:
        return "nothing-to-do";
    case RunOutcome::Kind::blocked:
        break;
    }
    return "blocked";
}

} // namespace

Json resultJson(std::string_view outcome, ExitCode code, const std::filesystem::path& log) {
    Json json = runEvent("result");
    json["outcome"] = outcome;
    json["exit_code"] = exitCodeJson(code);
    json["log"] = log.empty() ? Json(nullptr) : Json(utf8(log));
    return json;
}

Json failuresJson(const std::vector<Failure>& failures) {
    Json json = Json::array();
    for (const Failure& failure : failures)
        json.push_back(failureJson(failure));
    return json;
}

void writeInstallBegin(const Request& request, Page& page) {
    Json json = runBegin("install");
    json["primary"] = request.primary;
    json["standby"] = request.standbyName();
    writeLine(json, page);
}

void writeInstallOutcome(const RunOutcome& outcome, ExitCode code, const std::filesystem::path& log,
                         Page& page) {
    Json json = resultJson(idOf(outcome), code, log);
    json["run"] = outcome.run.empty() ? Json(nullptr) : Json(outcome.run);
    json["not_started"] = failuresJson(outcome.notStarted);
    json["findings"] = findingsJson(outcome.findings);
    writeLine(json, page);
}

void writeRunFailure(const Failure& failure, const std::filesystem::path& log, Page& page) {
    Json json = resultJson("failed", failure.code, log);
    json["failure"] = failureJson(failure);
    writeLine(json, page);
}

} // namespace bes::app

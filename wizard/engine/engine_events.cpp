// SPDX-License-Identifier: Apache-2.0
#include "engine/engine_events.hpp"

#include <algorithm>

#include "model/json_text.hpp"

namespace bes::wizard {
namespace {

std::string text(const Json& json, const char* key) {
    const auto found = json.find(key);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Severity severityFrom(const std::string& name) {
    for (const Severity severity : {Severity::passed, Severity::information, Severity::warning})
        if (toString(severity) == name)
            return severity;
    return Severity::blocker;
}

ExitCode exitCodeFrom(int number) {
    const auto known = exitCodes();
    const auto found =
        std::ranges::find_if(known, [&](const auto& e) { return static_cast<int>(e.code) == number; });
    return found == known.end() ? ExitCode::failed : found->code;
}

std::vector<NamedAnswer> answersFrom(const Json& json) {
    std::vector<NamedAnswer> answers;
    for (const Json& answer : json.value("answers", Json::array()))
        answers.push_back({text(answer, "key"), text(answer, "value")});
    return answers;
}

Failure failureFrom(const Json& json, int exitCode) {
    return {exitCodeFrom(exitCode), text(json, "id"),  text(json, "what"),   text(json, "why"),
            text(json, "advice"),   answersFrom(json), text(json, "command")};
}

Finding findingFrom(const Json& json) {
    return {.id = text(json, "id"),
            .severity = severityFrom(text(json, "severity")),
            .title = text(json, "title"),
            .evidence = text(json, "evidence"),
            .remedy = text(json, "advice"),
            .answers = answersFrom(json),
            .command = text(json, "command")};
}

RunResult resultFrom(const Json& json) {
    RunResult result{.outcome = text(json, "outcome"),
                     .exitCode = wholeNumber<int>(json.at("exit_code").at("number")),
                     .log = text(json, "log"),
                     .failure = {},
                     .findings = {},
                     .stays = {},
                     .notStarted = {}};
    if (json.contains("failure"))
        result.failure = failureFrom(json.at("failure"), result.exitCode);
    result.stays = json.value("stays", std::vector<std::string>());
    for (const Json& failure : json.value("not_started", Json::array()))
        result.notStarted.push_back(failureFrom(failure, static_cast<int>(ExitCode::notStarted)));
    for (const Json& finding : json.value("findings", Json::array()))
        result.findings.push_back(findingFrom(finding));
    return result;
}

std::optional<EngineEvent> eventFrom(const Json& json) {
    const std::string event = text(json, "event");
    if (event == "started")
        return RunStarted{wholeNumber<std::size_t>(json.at("steps")),
                          wholeNumber<std::uint64_t>(json.at("weight"))};
    if (event == "step-started")
        return StepStarted{wholeNumber<std::size_t>(json.at("index")), text(json, "title")};
    if (event == "progress")
        return WeightDone{wholeNumber<std::uint64_t>(json.at("done"))};
    if (event == "step-finished")
        return StepFinished{wholeNumber<std::size_t>(json.at("index"))};
    if (event == "undo-started")
        return UndoStarted{text(json, "reason")};
    if (event == "step-undone")
        return StepUndone{text(json, "title")};
    if (event == "note")
        return Note{text(json, "text")};
    if (event == "domino")
        return DominoAsked{std::make_shared<const DominoLook>(
            dominoLookFromJson(parseForeignJson(text(json, "look"), {.cleaned = true})))};
    if (event == "result")
        return resultFrom(json);
    return std::nullopt;
}

} // namespace

std::optional<EngineEvent> parseEngineEvent(std::string_view line) {
    try {
        return eventFrom(Json::parse(line));
    } catch (const nlohmann::json::exception&) {
        return std::nullopt;
    } catch (const std::invalid_argument&) {
        return std::nullopt;
    }
}

} // namespace bes::wizard

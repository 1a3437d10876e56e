// SPDX-License-Identifier: Apache-2.0
#include "model/action_json.hpp"
#include "model/json_text.hpp"

namespace bes {

namespace {

constexpr std::string_view format = "bes-standby-setup.plan";
constexpr int formatVersion = 1;
const JsonLimits planLimits{.lines = {"content"}}; ///< of unit files and configuration

Json toJson(const Step& step) {
    return {{"id", step.id},
            {"title", step.title},
            {"weight", step.weight},
            {"do", toJson(step.action)},
            {"undo", toJson(step.undo)}};
}

Step stepFromJson(const Json& json, const Catalog& catalog) {
    Step step{.id = json.at("id").get<std::string>(),
              .title = json.at("title").get<std::string>(),
              .action = actionFromJson(json.at("do"), catalog),
              .undo = undoFromJson(json.at("undo"), catalog),
              .weight = wholeNumber<std::uint64_t>(json.at("weight"))};
    return step;
}

} // namespace

Json toJson(const Plan& plan) {
    Json json = document(format, formatVersion);
    json["command"] = plan.command;
    Json& basis = json["basis"] = Json::array();
    for (const BasisEntry& entry : plan.basis)
        basis.push_back({{"id", entry.id}, {"value", entry.value}});
    Json& steps = json["steps"] = Json::array();
    for (const Step& step : plan.steps)
        steps.push_back(toJson(step));
    json["request"] = toJson(plan.request);
    json["receipt"] = toJson(plan.receipt);
    return json;
}

Plan planFromJson(const Json& json) {
    expectDocument(json, format, formatVersion);
    Plan plan;
    plan.command = json.at("command").get<std::string>();
    plan.request = requestFromJson(json.at("request"));
    plan.receipt = receiptFromJson(json.at("receipt"));
    for (const Json& entry : json.at("basis"))
        plan.basis.push_back({entry.at("id").get<std::string>(), entry.at("value").get<std::string>()});
    for (const Json& step : json.at("steps"))
        plan.steps.push_back(stepFromJson(step, plan.receipt.catalog));
    return plan;
}

Result<Plan> parsePlan(std::string_view json) {
    return readDocument<Plan>(json, planFromJson, ExitCode::usage, "plan.format", "plan", planLimits);
}

std::string formatPlan(const Plan& plan) {
    return formatDocument(toJson(plan));
}

} // namespace bes

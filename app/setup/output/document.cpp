// SPDX-License-Identifier: Apache-2.0
#include "output/document.hpp"

#include "answers/typed_remedy.hpp"
#include "model/json_text.hpp"

namespace bes::app {
namespace {

constexpr int formatVersion = 1;
constexpr std::string_view runSchema = "run";

std::string formatOf(std::string_view thing) {
    return "bes-standby-setup." + std::string(thing);
}

/// Names of files need not be UTF-8, JSON must be.
std::string dumped(Json json, int indent, const Page& page) {
    if (page.tellsPractice())
        json["practice"] = true;
    return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

/// "remedy" is how it is typed here, "advice" the sentence alone.
template<class FindingOrFailure>
Json withRemedy(const FindingOrFailure& thing) {
    Json json = toJson(thing);
    json["remedy"] = answers::typedRemedy(thing);
    return json;
}

} // namespace

Json document(std::string_view thing) {
    return bes::document(formatOf(thing), formatVersion);
}

Json runEvent(std::string_view event) {
    return {{"$schema", schemaName(runSchema, formatVersion)}, {"event", event}};
}

Json runBegin(std::string_view thing) {
    Json json = bes::document(formatOf(thing), formatVersion, runSchema);
    json["event"] = "begin";
    return json;
}

Json exitCodeJson(ExitCode code) {
    return {{"number", static_cast<int>(code)}, {"id", describe(code).id}};
}

Json findingsJson(const std::vector<Finding>& findings) {
    Json list = Json::array();
    for (const Finding& finding : findings)
        list.push_back(withRemedy(finding));
    return list;
}

Json failureJson(const Failure& failure) {
    return withRemedy(failure);
}

Json failureDocument(const Failure& failure) {
    Json json = document("failure");
    json["failure"] = failureJson(failure);
    json["exit_code"] = exitCodeJson(failure.code);
    return json;
}

Json findingsDocument(const std::vector<Finding>& findings) {
    Json json = document("findings");
    json["blocked"] = blocks(findings);
    json["exit_code"] = exitCodeJson(exitCodeOf(findings));
    json["findings"] = findingsJson(findings);
    return json;
}

void write(const Json& json, Page& page) {
    page.stream() << dumped(json, 2, page) << '\n';
}

void writeLine(const Json& json, Page& page) {
    page.stream() << dumped(json, -1, page) << std::endl;
}

} // namespace bes::app

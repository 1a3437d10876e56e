// SPDX-License-Identifier: Apache-2.0
#include "output/document.hpp"

namespace bes::app {
namespace {

/// Names of files need not be UTF-8, JSON must be.
std::string dumped(const Json& json, int indent) {
    return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

} // namespace

Json document(std::string_view thing) {
    return {{"format", "bes-standby-setup." + std::string(thing)}, {"format_version", 1}};
}

Json exitCodeJson(ExitCode code) {
    return {{"number", static_cast<int>(code)}, {"id", describe(code).id}};
}

Json findingsJson(const std::vector<Finding>& findings) {
    Json list = Json::array();
    for (const Finding& finding : findings)
        list.push_back(toJson(finding));
    return list;
}

Json failureDocument(const Failure& failure) {
    Json json = document("failure");
    json["failure"] = toJson(failure);
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
    page.stream() << dumped(json, 2) << '\n';
}

void writeLine(const Json& json, Page& page) {
    page.stream() << dumped(json, -1) << std::endl;
}

} // namespace bes::app

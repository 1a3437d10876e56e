// SPDX-License-Identifier: Apache-2.0
#include "model/capture_rules_json.hpp"

#include <array>
#include <optional>
#include <stdexcept>

#include "model/captured_registry.hpp"
#include "model/json_text.hpp"
#include "text/file_names.hpp"

namespace bes {
namespace {

constexpr std::array uses{RegistryUse::keep, RegistryUse::version, RegistryUse::server, RegistryUse::ignore};

} // namespace

Json toJson(const CaptureRules& rules) {
    Json json{{"rest", rules.rest}, {"registry_key", rules.registryKey}};
    Json& registry = json["registry"] = Json::array();
    for (const RegistryRule& rule : rules.registry)
        registry.push_back({{"key", rule.key}, {"value", rule.value}, {"use", toString(rule.use)}});
    Json& leftOut = json["left_out"] = Json::array();
    for (const LeftOutFiles& rule : rules.leftOut)
        leftOut.push_back({{"files", rule.files}, {"why", rule.why}});
    json["sources"] = rules.sources;
    return json;
}

CaptureRules captureRulesFromJson(const Json& json) {
    CaptureRules rules;
    rules.rest = json.at("rest").get<std::string>();
    if (const auto problem = problemOfPackageId(rules.rest))
        throw std::invalid_argument("capture: the package \"" + shownText(rules.rest) + "\" " + *problem);
    rules.registryKey = json.at("registry_key").get<std::string>();
    for (const Json& rule : json.at("registry"))
        rules.registry.push_back({rule.at("key").get<std::string>(), rule.at("value").get<std::string>(),
                                  enumFromText(rule.at("use").get<std::string>(), uses, "use of a value")});
    for (const Json& rule : json.at("left_out"))
        rules.leftOut.push_back({rule.at("files").get<std::string>(), rule.at("why").get<std::string>()});
    rules.sources = json.at("sources").get<Sources>();
    return rules;
}

Json toJson(const CapturedServer& server) {
    Json json{{"version", server.version}, {"language", server.language}};
    Json& registry = json["registry"] = Json::array();
    for (const ExportedRegistryValue& value : server.registry)
        registry.push_back(
            {{"key", value.key}, {"name", value.name}, {"type", value.type}, {"data", value.data}});
    return json;
}

CapturedServer capturedServerFromJson(const Json& json) {
    CapturedServer server{json.at("version").get<std::string>(), json.at("language").get<std::string>(), {}};
    for (const Json& value : json.at("registry")) {
        server.registry.push_back({value.at("key").get<std::string>(), value.at("name").get<std::string>(),
                                   value.at("type").get<std::string>(),
                                   value.at("data").get<std::vector<std::string>>()});
        (void)registryValueOf(server.registry.back()); // refuses what could not be written
    }
    return server;
}

} // namespace bes

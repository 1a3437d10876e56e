// SPDX-License-Identifier: Apache-2.0
#include "model/service_definition_json.hpp"

#include <array>

#include "model/json_text.hpp"
#include "text/path_text.hpp"

namespace bes {
namespace {

std::string text(const Json& json, const char* key) {
    return json.at(key).get<std::string>();
}

std::vector<std::string> texts(const Json& json, const char* key) {
    return json.at(key).get<std::vector<std::string>>();
}

std::chrono::seconds seconds(const Json& json, const char* key) {
    return std::chrono::seconds(wholeNumber<std::uint32_t>(json.at(key)));
}

StartPolicy policy(const Json& json) {
    static constexpr std::array policies{StartPolicy::startAfterSetup, StartPolicy::deferredUntilFailover};
    return enumFromText(text(json, "policy"), policies, "policy of a service");
}

Json toJson(const ServiceDefinition& service) {
    return {{"key", service.key},
            {"display_name", service.displayName},
            {"program", utf8(service.program)},
            {"configuration", utf8(service.configuration)},
            {"account", service.account},
            {"policy", toString(service.policy)},
            {"after", service.after},
            {"depends_on", service.dependsOn},
            {"writable_folder", utf8(service.writableFolder)},
            {"restart_delay_seconds", service.restartDelay.count()},
            {"start_limit_seconds", service.startLimit.count()},
            {"stop_limit_seconds", service.stopLimit.count()}};
}

ServiceDefinition definitionFromJson(const Json& json) {
    return {.key = text(json, "key"),
            .displayName = text(json, "display_name"),
            .program = pathOf(text(json, "program")),
            .configuration = pathOf(text(json, "configuration")),
            .account = text(json, "account"),
            .policy = policy(json),
            .after = texts(json, "after"),
            .dependsOn = texts(json, "depends_on"),
            .writableFolder = pathOf(text(json, "writable_folder")),
            .restartDelay = seconds(json, "restart_delay_seconds"),
            .startLimit = seconds(json, "start_limit_seconds"),
            .stopLimit = seconds(json, "stop_limit_seconds")};
}

Json toJson(const ServiceGroup& group) {
    return {{"key", group.key},
            {"policy", toString(group.policy)},
            {"standby", group.standby},
            {"members", group.members}};
}

ServiceGroup groupFromJson(const Json& json) {
    return {.key = text(json, "key"),
            .policy = policy(json),
            .standby = text(json, "standby"),
            .members = texts(json, "members")};
}

} // namespace

void writeServices(Json& json, const RegisteredServices& services) {
    Json& definitions = json["services"] = Json::array();
    for (const ServiceDefinition& service : services.definitions)
        definitions.push_back(toJson(service));
    Json& groups = json["service_groups"] = Json::array();
    for (const ServiceGroup& group : services.groups)
        groups.push_back(toJson(group));
}

RegisteredServices servicesFromJson(const Json& json) {
    RegisteredServices services;
    for (const Json& service : json.value("services", Json::array()))
        services.definitions.push_back(definitionFromJson(service));
    for (const Json& group : json.value("service_groups", Json::array()))
        services.groups.push_back(groupFromJson(group));
    return services;
}

} // namespace bes

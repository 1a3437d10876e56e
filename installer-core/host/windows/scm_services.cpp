// SPDX-License-Identifier: Apache-2.0
// What the service control manager is told of a standby's services, and what it had before as a text.
#include "host/windows/scm.hpp"
#include "host/windows/scm_registration.hpp"
#include "model/json.hpp"
#include "model/try.hpp"
#include "text/lists.hpp"
#include "text/path_text.hpp"

namespace bes::host {
namespace {

std::vector<std::string> serviceKeys(const std::vector<std::string>& keys) {
    std::vector<std::string> names;
    for (const std::string& key : keys)
        names.push_back(serviceKey(key));
    return names;
}

/// A deferred service is started by the failover process alone, so the manager may not start it by itself.
ScmRegistration registrationOf(const ServiceDefinition& service) {
    return {.name = serviceKey(service.key),
            .displayName = service.displayName,
            .description = "Registered by bes-standby-setup; a repair registers it again.",
            .program = service.program,
            .arguments = {"--configuration", utf8(service.configuration)},
            .start = service.policy == StartPolicy::startAfterSetup ? ScmStart::automatic : ScmStart::demand,
            .dependencies = serviceKeys(service.dependsOn),
            .account = service.account,
            .restartAfter = service.restartDelay};
}

Json toJson(const ScmRegistration& found) {
    Json json{{"display_name", found.displayName},
              {"description", found.description},
              {"program", utf8(found.program)},
              {"arguments", found.arguments},
              {"start", static_cast<int>(found.start)},
              {"dependencies", found.dependencies},
              {"account", found.account}};
    if (found.restartAfter)
        json["restart_after_seconds"] = found.restartAfter->count();
    return json;
}

ScmRegistration registrationFromJson(const std::string& key, const Json& json) {
    ScmRegistration before;
    before.name = serviceKey(key);
    before.displayName = json.at("display_name").get<std::string>();
    before.description = json.at("description").get<std::string>();
    before.program = pathOf(json.at("program").get<std::string>());
    before.arguments = json.at("arguments").get<std::vector<std::string>>();
    before.start = static_cast<ScmStart>(json.at("start").get<int>());
    before.dependencies = json.at("dependencies").get<std::vector<std::string>>();
    before.account = json.at("account").get<std::string>();
    if (json.contains("restart_after_seconds"))
        before.restartAfter = std::chrono::seconds(json.at("restart_after_seconds").get<int>());
    return before;
}

} // namespace

Result<std::optional<std::string>> Scm::captured(const std::string& key) {
    TRY_ASSIGN(const auto found, readService(serviceKey(key), api_));
    return found ? std::optional(toJson(*found).dump()) : std::nullopt;
}

Result<void> Scm::install(const ServiceDefinition& service) {
    return installService(registrationOf(service), {}, api_);
}

Result<void> Scm::restore(const std::string& key, const std::string& captured) {
    return installService(registrationFromJson(key, Json::parse(captured)), {}, api_);
}

Result<void> Scm::remove(const std::string& key) {
    return removeService(serviceKey(key), api_);
}

Result<std::string> Scm::difference(const ServiceDefinition& service) {
    TRY_ASSIGN(const auto found, readService(serviceKey(service.key), api_));
    return found ? joined(differences(registrationOf(service), *found)) : std::string("does not exist");
}

} // namespace bes::host

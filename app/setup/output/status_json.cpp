// SPDX-License-Identifier: Apache-2.0
#include "output/status_json.hpp"

#include "output/document.hpp"
#include "text/path_text.hpp"

namespace bes::app {
namespace {

Json serviceJson(const ServiceStatus& entry) {
    return {{"component", entry.component},
            {"name", entry.service.name},
            {"display_name", entry.service.displayName},
            {"unit", entry.service.unit},
            {"start_policy", toString(entry.service.startPolicy)},
            {"state", host::toString(entry.state)}};
}

} // namespace

Json statusDocument(const StandbyStatus& status) {
    Json json = document("status");
    json["installed"] = status.readable ? Json(status.receipt.has_value()) : Json(nullptr);
    json["service_manager"] = status.serviceManager == ServiceManagerState::running ? "running" : "offline";
    json["under_way"] = nullptr;
    if (const auto& run = status.underWay)
        json["under_way"] = {{"process", run->process},
                             {"program", run->program},
                             {"since", run->since},
                             {"account", run->account}};
    json["unfinished_run"] = nullptr;
    json["unfinished_run_known"] = status.interruptionKnown;
    if (const auto& run = status.unfinishedRun)
        json["unfinished_run"] = {{"run", run->run},
                                  {"command", run->command},
                                  {"since", run->since},
                                  {"not_yet_undone", status.notYetUndone},
                                  {"not_yet_done", status.notYetDone}};
    if (!status.receipt)
        return json;
    const Receipt& receipt = *status.receipt;
    json["standby"] = receipt.standby;
    json["license"] = receipt.license;
    json["primary"] = receipt.primary;
    json["computer"] = receipt.computer;
    json["installed_at"] = receipt.installedAt;
    json["run"] = receipt.run;
    json["components"] = receipt.components;
    json["services"] = Json::array();
    for (const ServiceStatus& entry : status.services)
        json["services"].push_back(serviceJson(entry));
    json["services_at_fault"] = Json::array();
    for (const ServiceStatus& entry : servicesAtFault(status))
        json["services_at_fault"].push_back(entry.service.unit);
    json["domino_tasks"] = status.dominoTasks;
    json["damage"] = status.damage;
    json["new_versions"] = status.newVersions;
    json["kept"] = Json::array();
    for (const KeptThing& thing : receipt.kept)
        json["kept"].push_back({{"path", utf8(thing.path)}, {"place", utf8(thing.keptAt)}});
    return json;
}

} // namespace bes::app

// SPDX-License-Identifier: Apache-2.0
#include "output/status_json.hpp"

#include "output/document.hpp"
#include "output/installed_view.hpp"
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

ExitCode readinessCode(domino::ReadinessState state) {
    switch (state) {
    case domino::ReadinessState::ready:
        return ExitCode::success;
    case domino::ReadinessState::replicating:
        return ExitCode::replicating;
    case domino::ReadinessState::fault:
        break;
    }
    return ExitCode::fault;
}

ExitCode statusCode(const StandbyStatus& status, const std::optional<domino::Readiness>& readiness) {
    if (status.underWay)
        return ExitCode::busy;
    if (!status.readable)
        return ExitCode::fault;
    if (!status.receipt)
        return ExitCode::notInstalled;
    if (!status.damage.empty() || !servicesAtFault(status).empty())
        return ExitCode::fault;
    return readiness ? readinessCode(readiness->state) : ExitCode::success;
}

Json holderJson(const host::LockHolder& holder) {
    return {{"process", holder.process},
            {"program", holder.program},
            {"since", holder.since},
            {"account", holder.account}};
}

Json statusDocument(const StandbyStatus& status, const std::optional<domino::Readiness>& readiness) {
    Json json = document("status");
    json["exit_code"] = exitCodeJson(statusCode(status, readiness));
    json["readiness"] = readiness ? readinessJson(*readiness) : Json(nullptr);
    json["installed"] = status.readable ? Json(status.receipt.has_value()) : Json(nullptr);
    json["service_manager"] = status.serviceManager == ServiceManagerState::running ? "running" : "offline";
    json["under_way"] = nullptr;
    if (const auto& run = status.underWay)
        json["under_way"] = holderJson(*run);
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

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/plan.hpp"
#include "setup.hpp"
#include "standby_status.hpp"

/// A small standby: a service that setup starts, one that is deferred, and a task that Domino runs.
inline bes::Component smallComponent(std::string id, std::string name) {
    bes::Component component;
    component.id = std::move(id);
    component.name = std::move(name);
    return component;
}

inline bes::Service smallService(std::string name, std::string unit, bes::StartPolicy policy, int order) {
    bes::Service service;
    service.name = name;
    service.displayName = std::move(name);
    service.unit = std::move(unit);
    service.startPolicy = policy;
    service.startOrder = order;
    return service;
}

inline bes::Catalog smallCatalog() {
    bes::Component router = smallComponent("router", "BlackBerry Router");
    router.services = {
        smallService("BlackBerry Router", "bes-router.service", bes::StartPolicy::startAfterSetup, 10)};
    bes::Component policy = smallComponent("policy", "BlackBerry Policy Service");
    policy.services = {smallService("BlackBerry Policy Service", "bes-policy.service",
                                    bes::StartPolicy::deferredUntilFailover, 90)};
    bes::Component agent = smallComponent("messaging-agent", "BlackBerry Messaging Agent");
    agent.dominoTask = "BES";
    return {"BlackBerry Enterprise Server", "5.0", {router, policy, agent}};
}

inline bes::Receipt smallReceipt() {
    bes::Receipt receipt;
    receipt.run = "r1";
    receipt.installedAt = "2026-11-22T10:00:00Z";
    receipt.request.primary = "BES01";
    receipt.request.database.location = "/srv/b.db";
    receipt.request.media = "/mnt/media";
    receipt.primary = "BES01";
    receipt.standby = "BES01-standby";
    receipt.computer = "node2";
    receipt.catalog = smallCatalog();
    receipt.components = {"router", "policy", "messaging-agent"};
    return receipt;
}

inline bes::Plan smallPlan() {
    bes::Plan plan;
    plan.command = "install";
    plan.receipt = smallReceipt();
    plan.request = plan.receipt.request;
    const bes::Service& router = plan.receipt.catalog.components[0].services[0];
    plan.steps = {
        {"pair.reserve", "Reserve primary BES01 for this computer",
         bes::ReservePair{"BES01", "BES01-standby", "node2"}, bes::ReleasePair{"BES01"}},
        {"services.start", "Start 1 service, in order",
         bes::StartServices{{*bes::StartableService::from(router)}},
         bes::StopStarted{{"bes-router.service"}}},
    };
    return plan;
}

/// How the standby is after its installation on a running system.
inline bes::StandbyStatus smallStatus() {
    bes::StandbyStatus status;
    status.receipt = smallReceipt();
    status.serviceManager = bes::ServiceManagerState::running;
    const auto& components = status.receipt->catalog.components;
    status.services = {{"router", components[0].services[0], bes::host::ServiceState::active},
                       {"policy", components[1].services[0], bes::host::ServiceState::inactive}};
    status.dominoTasks = {"BES"};
    return status;
}

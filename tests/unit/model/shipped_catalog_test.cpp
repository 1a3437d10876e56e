// SPDX-License-Identifier: Apache-2.0
// What the catalogue of BES 5.0 for Domino promises to administrators. Its shape is checked by
// catalog_schema_test.py.

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include <catch2/catch.hpp>

#include "model/catalog.hpp"
#include "model/startable_service.hpp"
#include "places_of_tests.hpp"

namespace {

std::string shippedText(const std::string& name = "bes-5.0-domino") {
    std::ifstream file(BES_SOURCE_DIR "/resources/catalog/" + name + ".json", std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

bes::Catalog shipped() {
    const auto catalog = bes::parseCatalog(shippedText());
    if (!catalog)
        FAIL(catalog.error().why);
    return *catalog;
}

std::vector<bes::Service> servicesInStartOrder(const bes::Catalog& catalog, bes::StartPolicy policy) {
    std::vector<bes::Service> services;
    for (const bes::Component& component : catalog.components)
        std::ranges::copy_if(component.services, std::back_inserter(services),
                             [&](const bes::Service& service) { return service.startPolicy == policy; });
    std::ranges::sort(services, {}, &bes::Service::startOrder);
    return services;
}

std::vector<std::string> unitsOf(const std::vector<bes::Service>& services) {
    std::vector<std::string> units;
    std::ranges::transform(services, std::back_inserter(units), &bes::Service::unit);
    return units;
}

} // namespace

TEST_CASE("the shipped catalogue is the one for BES 5.0 on Domino, written as setup writes catalogues") {
    const bes::Catalog catalog = shipped();
    CHECK(catalog.product == "BlackBerry Enterprise Server for IBM Lotus Domino");
    CHECK(catalog.version == "5.0");
    CHECK(bes::formatCatalog(catalog) == shippedText());
}

TEST_CASE("the catalogue for Windows has the same components, called as Windows calls them, and one package "
          "for all") {
    const auto windows = bes::parseCatalog(shippedText("bes-5.0-domino-windows"));
    REQUIRE(windows);
    CHECK(bes::formatCatalog(*windows) == shippedText("bes-5.0-domino-windows"));
    CHECK(windows->isForWindows());
    REQUIRE(windows->capture);
    const bes::Catalog catalog = shipped();
    REQUIRE(windows->components.size() == catalog.components.size());
    for (std::size_t i = 0; i < catalog.components.size(); ++i) {
        const bes::Component& component = windows->components[i];
        CHECK(component.id == catalog.components[i].id);
        CHECK(component.dependencies == catalog.components[i].dependencies);
        CHECK(packagesOf(component) == std::set<std::string>{component.package, windows->capture->rest});
        for (const bes::Service& service : component.services) {
            CHECK(service.unit == service.name);
            CHECK(service.program == service.executable);
        }
    }
}

TEST_CASE("exactly the eight components of the standby page fail over by default") {
    std::set<std::string> capable;
    for (const bes::Component& component : shipped().components)
        if (component.failoverCapable)
            capable.insert(component.name);
    CHECK(capable == std::set<std::string>{"BlackBerry Attachment Service",
                                           "BlackBerry Collaboration Service", "BlackBerry Dispatcher",
                                           "BlackBerry MDS Connection Service", "BlackBerry Messaging Agent",
                                           "BlackBerry Policy Service", "BlackBerry Router",
                                           "BlackBerry Synchronization Service"});
}

TEST_CASE("services start in the order in which the product's setup reports them, the Controller last") {
    const auto units = unitsOf(servicesInStartOrder(shipped(), bes::StartPolicy::startAfterSetup));
    CHECK(units == std::vector<std::string>{"bes-router.service", "bes-attachment.service",
                                            "bes-dispatcher.service", "bes-mds-connection.service",
                                            "bes-collaboration.service", "bes-mds-integration.service",
                                            "bes-alert.service", "bes-bas-ncc.service", "bes-bas-as.service",
                                            "bes-monitoring-dcs.service", "bes-monitoring-engine.service",
                                            "bes-monitoring-app.service", "bes-monitoring-console.service",
                                            "bes-controller.service"});
}

TEST_CASE("Mail Store, Policy and Synchronization wait for failover and can never be started by setup") {
    const bes::Catalog catalog = shipped();
    const auto deferred = servicesInStartOrder(catalog, bes::StartPolicy::deferredUntilFailover);
    CHECK(unitsOf(deferred) == std::vector<std::string>{"bes-mail-store.service", "bes-policy.service",
                                                        "bes-synchronization.service",
                                                        "bes-database-consistency.service"});
    for (const bes::Service& service : deferred) {
        CHECK_FALSE(bes::StartableService::from(service));
        CHECK_FALSE(bes::findStartable(catalog, service.unit));
    }
}

TEST_CASE("deferred services come after everything that setup starts") {
    const bes::Catalog catalog = shipped();
    const auto started = servicesInStartOrder(catalog, bes::StartPolicy::startAfterSetup);
    const auto deferred = servicesInStartOrder(catalog, bes::StartPolicy::deferredUntilFailover);
    CHECK(started.back().startOrder < deferred.front().startOrder);
}

TEST_CASE("Windows service names are the documented ones") {
    std::map<std::string, std::string> names;
    for (const bes::Component& component : shipped().components)
        for (const bes::Service& service : component.services)
            names[service.unit] = service.name;
    const std::map<std::string, std::string> documented{
        {"bes-router.service", "BlackBerry Router"},
        {"bes-attachment.service", "BBAttachServer"},
        {"bes-dispatcher.service", "BlackBerry Dispatcher"},
        {"bes-mds-connection.service", "BlackBerry MDS Connection Service"},
        {"bes-collaboration.service", "BlackBerry Collaboration Service"},
        {"bes-mds-integration.service", "MDSIS"},
        {"bes-alert.service", "BlackBerry Server Alert"},
        {"bes-bas-ncc.service", "BAS-NCC"},
        {"bes-bas-as.service", "BAS-AS"},
        {"bes-monitoring-dcs.service", "BBMonitoringService_DCS"},
        {"bes-monitoring-engine.service", "BBMonitoringService_ENG"},
        {"bes-monitoring-app.service", "BBMonitoringService_APP"},
        {"bes-monitoring-console.service", "BBMonitoring Console"},
        {"bes-controller.service", "BlackBerry Controller"},
        {"bes-mail-store.service", "BlackBerry MailStore Service"},
        {"bes-policy.service", "BlackBerry Policy Service"},
        {"bes-synchronization.service", "BlackBerry SyncServer"},
        {"bes-database-consistency.service", "BlackBerry DataBase Consistency Service"}};
    CHECK(names == documented);
}

TEST_CASE("the Messaging Agent is Domino's task BES, the only component without a service") {
    for (const bes::Component& component : shipped().components) {
        CHECK(component.services.empty() == (component.id == "messaging-agent"));
        CHECK(component.dominoTask ==
              (component.id == "messaging-agent" ? std::optional<std::string>("BES") : std::nullopt));
    }
}

TEST_CASE("components are started after those that they depend on") {
    const bes::Catalog catalog = shipped();
    for (const bes::Component& component : catalog.components)
        for (const std::string& id : component.dependencies) {
            const bes::Component* dependency = catalog.find(id);
            REQUIRE(dependency);
            for (const bes::Service& before : dependency->services)
                for (const bes::Service& after : component.services)
                    CHECK(before.startOrder < after.startOrder);
        }
}

TEST_CASE("no two services share a name, a unit, a place in the order or a listening port") {
    std::set<std::string> names;
    std::set<std::string> units;
    std::set<int> places;
    std::set<std::pair<bes::Protocol, int>> listening;
    for (const bes::Component& component : shipped().components)
        for (const bes::Service& service : component.services) {
            CHECK(names.insert(service.name).second);
            CHECK(units.insert(service.unit).second);
            CHECK(places.insert(service.startOrder).second);
            for (const bes::Port& port : service.ports)
                if (port.direction == bes::PortDirection::listen) {
                    INFO(service.name << " listens on " << port.number);
                    CHECK(listening.emplace(port.protocol, port.number).second);
                }
        }
}

TEST_CASE("every port says where its number comes from") {
    for (const bes::Component& component : shipped().components)
        for (const bes::Service& service : component.services)
            for (const bes::Port& port : service.ports) {
                const bool listens = port.direction == bes::PortDirection::listen;
                const std::string key =
                    std::string("ports.") + (listens ? "listen." : "connect.") + std::to_string(port.number);
                INFO(service.name << ": " << key);
                CHECK(service.sources.contains(key));
            }
}

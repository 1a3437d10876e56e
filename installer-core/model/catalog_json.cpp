// SPDX-License-Identifier: Apache-2.0
#include "model/catalog_rules.hpp"
#include "model/json_text.hpp"

namespace bes {
namespace {

constexpr std::string_view format = "bes-standby-setup.catalog";
constexpr int formatVersion = 1;
constexpr std::array startPolicies{StartPolicy::startAfterSetup, StartPolicy::deferredUntilFailover,
                                   StartPolicy::runByDomino};
constexpr std::array protocols{Protocol::tcp, Protocol::udp};

Json toJson(const Port& port) {
    return {{"protocol", toString(port.protocol)},
            {"number", port.number},
            {"direction", port.direction == PortDirection::listen ? "listen" : "connect"},
            {"purpose", port.purpose}};
}

Port portFromJson(const Json& json) {
    Port port;
    port.protocol = enumFromText(json.at("protocol").get<std::string>(), protocols, "protocol");
    port.number = wholeNumber<std::uint16_t>(json.at("number"));
    const auto direction = json.at("direction").get<std::string>();
    if (direction != "listen" && direction != "connect")
        throw std::invalid_argument("unknown port direction \"" + shownText(direction) + "\"");
    port.direction = direction == "listen" ? PortDirection::listen : PortDirection::connect;
    port.purpose = json.at("purpose").get<std::string>();
    return port;
}

Json toJson(const Service& service) {
    Json ports = Json::array();
    for (const Port& port : service.ports)
        ports.push_back(toJson(port));
    return {{"name", service.name},
            {"display_name", service.displayName},
            {"executable", service.executable},
            {"unit", service.unit},
            {"program", service.program},
            {"start_policy", toString(service.startPolicy)},
            {"start_order", service.startOrder},
            {"ports", std::move(ports)},
            {"sources", service.sources}};
}

Service serviceFromJson(const Json& json) {
    Service service;
    service.name = json.at("name").get<std::string>();
    service.displayName = json.at("display_name").get<std::string>();
    service.executable = json.at("executable").get<std::string>();
    service.unit = json.at("unit").get<std::string>();
    service.program = json.at("program").get<std::string>();
    service.startPolicy =
        enumFromText(json.at("start_policy").get<std::string>(), startPolicies, "start policy");
    service.startOrder = wholeNumber<int>(json.at("start_order"));
    for (const Json& port : json.at("ports"))
        service.ports.push_back(portFromJson(port));
    service.sources = json.at("sources").get<Sources>();
    return service;
}

Json toJson(const Component& component) {
    Json services = Json::array();
    for (const Service& service : component.services)
        services.push_back(toJson(service));
    Json json{{"id", component.id},
              {"name", component.name},
              {"description", component.description},
              {"package", component.package},
              {"dependencies", component.dependencies},
              {"failover_capable", component.failoverCapable},
              {"domino_task", component.dominoTask ? Json(*component.dominoTask) : Json(nullptr)},
              {"services", std::move(services)},
              {"sources", component.sources}};
    if (!component.editableFiles.empty())
        json["editable_files"] = component.editableFiles;
    return json;
}

Component componentFromJson(const Json& json) {
    Component component;
    component.id = json.at("id").get<std::string>();
    component.name = json.at("name").get<std::string>();
    component.description = json.at("description").get<std::string>();
    component.package = json.at("package").get<std::string>();
    component.dependencies = json.at("dependencies").get<std::vector<std::string>>();
    component.failoverCapable = json.at("failover_capable").get<bool>();
    if (const Json& task = json.at("domino_task"); !task.is_null())
        component.dominoTask = task.get<std::string>();
    for (const Json& service : json.at("services"))
        component.services.push_back(serviceFromJson(service));
    if (json.contains("editable_files"))
        component.editableFiles = json.at("editable_files").get<std::vector<std::string>>();
    component.sources = json.at("sources").get<Sources>();
    return component;
}

} // namespace

Json toJson(const Catalog& catalog) {
    Json json = document(format, formatVersion);
    json["product"] = catalog.product;
    json["version"] = catalog.version;
    Json& components = json["components"] = Json::array();
    for (const Component& component : catalog.components)
        components.push_back(toJson(component));
    return json;
}

Catalog catalogFromJson(const Json& json) {
    expectDocument(json, format, formatVersion);
    Catalog catalog;
    catalog.product = json.at("product").get<std::string>();
    catalog.version = json.at("version").get<std::string>();
    for (const Json& component : json.at("components"))
        catalog.components.push_back(componentFromJson(component));
    expectUsable(catalog);
    return catalog;
}

Result<Catalog> parseCatalog(std::string_view json) {
    return readDocument<Catalog>(json, catalogFromJson, ExitCode::media, "catalog.format", "catalogue");
}

std::string formatCatalog(const Catalog& catalog) {
    return formatDocument(toJson(catalog));
}

} // namespace bes

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>
#include <set>
#include <stdexcept>

#include "model/capture_rules_json.hpp"
#include "model/catalog.hpp"
#include "model/json_text.hpp"
#include "text/file_names.hpp"
#include "text/visible.hpp"

namespace bes {
namespace {

constexpr std::size_t longestWord = 64;
constexpr std::size_t longestKey = 256; ///< of the service manager of Windows

bool isSmallOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool isWordCharacter(char c) {
    return isSmallOrDigit(c) || (c >= 'A' && c <= 'Z') || c == '_' || c == '-' || c == '.';
}

/// Small letters, digits and single hyphens within.
bool isHyphenated(std::string_view text) {
    return !text.empty() && text.size() <= longestWord && text.front() != '-' && text.back() != '-' &&
           text.find("--") == std::string_view::npos &&
           std::ranges::all_of(text, [](char c) { return isSmallOrDigit(c) || c == '-'; });
}

std::optional<std::string> problemOfId(std::string_view id) {
    if (isHyphenated(id))
        return std::nullopt;
    return "must have small letters, digits and single hyphens within, 64 at most";
}

/// Unit names become file names below /etc, and must be nobody else's.
std::optional<std::string> problemOfUnit(std::string_view unit) {
    constexpr std::string_view before = "bes-";
    constexpr std::string_view after = ".service";
    const bool framed =
        unit.starts_with(before) && unit.ends_with(after) && unit.size() > before.size() + after.size();
    if (framed && isHyphenated(unit.substr(before.size(), unit.size() - before.size() - after.size())))
        return std::nullopt;
    return "is not a valid unit name (bes-….service, with small letters, digits and single hyphens)";
}

/// What the service manager of Windows knows a service by: the documented name, with blanks and capitals.
std::optional<std::string> problemOfKey(std::string_view key) {
    const bool plain = !key.empty() && key.size() <= longestKey &&
                       std::ranges::all_of(key, [](char c) { return isWordCharacter(c) || c == ' '; });
    return plain ? std::nullopt : problemOfUnit(key);
}

/// An entry of ServerTasks in notes.ini.
std::optional<std::string> problemOfTask(std::string_view task) {
    if (!task.empty() && task.size() <= longestWord && std::ranges::all_of(task, isWordCharacter))
        return std::nullopt;
    return "is not a valid name of a Domino task (letters, digits, '_', '-' and '.', 64 at most)";
}

class ComponentCheck {
public:
    /// `captured`: of a service that media will be captured of, the program may still be unknown.
    ComponentCheck(const Component& component, bool captured, std::set<std::string>& units)
        : component_(component), captured_(captured), units_(units) {}

    void run() {
        expect("id", component_.id, problemOfId(component_.id));
        if (!component_.package.empty())
            expect("package", component_.package, problemOfPackageId(component_.package));
        for (const std::string& package : component_.sharedPackages)
            expect("shared_packages", package, problemOfPackageId(package));
        if (component_.dominoTask)
            expect("domino_task", *component_.dominoTask, problemOfTask(*component_.dominoTask));
        for (const std::string& file : component_.editableFiles)
            expect("editable_files", file, problemOfPath(file));
        for (const Service& service : component_.services)
            look(service);
    }

private:
    void look(const Service& service) {
        expect("unit", service.unit,
               service.unit == service.name ? problemOfKey(service.unit) : problemOfUnit(service.unit));
        if (!units_.insert(service.unit).second)
            refuse("unit", service.unit, "is listed twice");
        // what Domino runs has no program of its own
        if (!service.program.empty() || (service.startPolicy != StartPolicy::runByDomino && !captured_))
            expect("program", service.program, problemOfPath(service.program));
        for (const Port& port : service.ports)
            if (port.number == 0)
                refuse("ports", "0", "is not a port");
    }
    void expect(const char* field, const std::string& text, const std::optional<std::string>& problem) const {
        if (problem)
            refuse(field, text, *problem);
    }
    [[noreturn]] void refuse(const char* field, const std::string& text, const std::string& problem) const {
        throw std::invalid_argument("component " + shownText(component_.id) + ": " + field + " \"" +
                                    shownText(text) + "\" " + problem);
    }

    const Component& component_;
    bool captured_;
    std::set<std::string>& units_;
};

void expectKnownDependencies(const Catalog& catalog) {
    for (const Component& component : catalog.components)
        for (const std::string& id : component.dependencies)
            if (!catalog.find(id))
                throw std::invalid_argument("component \"" + component.id + "\" depends on unknown \"" +
                                            shownText(id) + "\"");
}

/// What holds for every catalogue, also a signed one, because its words become units, paths and entries of
/// notes.ini: units are named bes-NAME.service and each once, programs and files stay in their component's
/// folder, tasks are one plain word. Throws std::invalid_argument that names component, field and text.
void expectUsable(const Catalog& catalog) {
    std::set<std::string> ids;
    std::set<std::string> units;
    for (const Component& component : catalog.components) {
        ComponentCheck(component, catalog.capture.has_value(), units).run();
        if (!ids.insert(component.id).second)
            throw std::invalid_argument("component \"" + component.id + "\" stands twice");
    }
    expectKnownDependencies(catalog);
}

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
    if (!component.sharedPackages.empty())
        json["shared_packages"] = component.sharedPackages;
    if (!component.captureFiles.empty())
        json["capture_files"] = component.captureFiles;
    return json;
}

/// None where the member is left out.
std::vector<std::string> textsOf(const Json& json, const char* member) {
    const auto found = json.find(member);
    return found == json.end() ? std::vector<std::string>() : found->get<std::vector<std::string>>();
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
    component.editableFiles = textsOf(json, "editable_files");
    component.sharedPackages = textsOf(json, "shared_packages");
    component.captureFiles = textsOf(json, "capture_files");
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
    if (catalog.capture)
        json["capture"] = toJson(*catalog.capture);
    return json;
}

Catalog catalogFromJson(const Json& json) {
    expectDocument(json, format, formatVersion);
    Catalog catalog;
    catalog.product = json.at("product").get<std::string>();
    catalog.version = json.at("version").get<std::string>();
    for (const Json& component : json.at("components"))
        catalog.components.push_back(componentFromJson(component));
    if (const auto capture = json.find("capture"); capture != json.end())
        catalog.capture = captureRulesFromJson(*capture);
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

// SPDX-License-Identifier: Apache-2.0
#include "model/catalog_rules.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <stdexcept>

#include "text/file_names.hpp"
#include "text/visible.hpp"

namespace bes {
namespace {

constexpr std::size_t longestWord = 64;

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

/// An entry of ServerTasks in notes.ini.
std::optional<std::string> problemOfTask(std::string_view task) {
    if (!task.empty() && task.size() <= longestWord && std::ranges::all_of(task, isWordCharacter))
        return std::nullopt;
    return "is not a valid name of a Domino task (letters, digits, '_', '-' and '.', 64 at most)";
}

class ComponentCheck {
public:
    ComponentCheck(const Component& component, std::set<std::string>& units)
        : component_(component), units_(units) {}

    void run() {
        expect("id", component_.id, problemOfId(component_.id));
        if (!component_.package.empty())
            expect("package", component_.package, problemOfPackageId(component_.package));
        if (component_.dominoTask)
            expect("domino_task", *component_.dominoTask, problemOfTask(*component_.dominoTask));
        for (const std::string& file : component_.editableFiles)
            expect("editable_files", file, problemOfPath(file));
        for (const Service& service : component_.services)
            look(service);
    }

private:
    void look(const Service& service) {
        expect("unit", service.unit, problemOfUnit(service.unit));
        if (!units_.insert(service.unit).second)
            refuse("unit", service.unit, "is listed twice");
        // what Domino runs has no program of its own
        if (!service.program.empty() || service.startPolicy != StartPolicy::runByDomino)
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
    std::set<std::string>& units_;
};

void expectKnownDependencies(const Catalog& catalog) {
    for (const Component& component : catalog.components)
        for (const std::string& id : component.dependencies)
            if (!catalog.find(id))
                throw std::invalid_argument("component \"" + component.id + "\" depends on unknown \"" +
                                            shownText(id) + "\"");
}

} // namespace

void expectUsable(const Catalog& catalog) {
    std::set<std::string> ids;
    std::set<std::string> units;
    for (const Component& component : catalog.components) {
        ComponentCheck(component, units).run();
        if (!ids.insert(component.id).second)
            throw std::invalid_argument("component \"" + component.id + "\" stands twice");
    }
    expectKnownDependencies(catalog);
}

} // namespace bes

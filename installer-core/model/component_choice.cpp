// SPDX-License-Identifier: Apache-2.0
#include "model/component_choice.hpp"

#include <algorithm>
#include <set>

namespace bes {
namespace {

std::set<std::string> preset(const Catalog& catalog, const Server& primary, ComponentPreset wanted) {
    std::set<std::string> chosen;
    for (const Component& component : catalog.components) {
        const bool onPrimary = std::ranges::count(primary.components, component.id) > 0;
        if ((wanted == ComponentPreset::sameAsPrimary && onPrimary) ||
            (wanted == ComponentPreset::failoverCapable && component.failoverCapable))
            chosen.insert(component.id);
    }
    return chosen;
}

} // namespace

ComponentChoice chooseComponents(const Catalog& catalog, const Server& primary, const Request& request) {
    ComponentChoice choice;
    std::set<std::string> chosen = preset(catalog, primary, request.preset);
    for (const auto* named : {&request.add, &request.omit})
        for (const std::string& id : *named)
            if (!catalog.find(id))
                choice.unknown.push_back(id);
    chosen.insert(request.add.begin(), request.add.end());
    for (const std::string& id : request.omit)
        chosen.erase(id);
    for (const Component& component : catalog.components)
        if (chosen.contains(component.id))
            choice.components.push_back(component.id);
    return choice;
}

std::vector<std::string> changedComponents(const Catalog& catalog, const std::vector<std::string>& installed,
                                           const std::vector<std::string>& add,
                                           const std::vector<std::string>& omit) {
    const auto contains = [](const std::vector<std::string>& ids, const std::string& id) {
        return std::ranges::count(ids, id) > 0;
    };
    std::vector<std::string> components;
    for (const Component& component : catalog.components)
        if ((contains(installed, component.id) || contains(add, component.id)) &&
            !contains(omit, component.id))
            components.push_back(component.id);
    return components;
}

} // namespace bes

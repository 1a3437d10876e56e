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

} // namespace bes

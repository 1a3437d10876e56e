// SPDX-License-Identifier: Apache-2.0
#include "models/component_rows.hpp"

#include <algorithm>
#include <set>

#include "model/component_choice.hpp"
#include "models/words.hpp"
#include "text/lists.hpp"

namespace bes::wizard {
namespace {

bool contains(const std::vector<std::string>& ids, const std::string& id) {
    return std::ranges::count(ids, id) > 0;
}

std::string nameOf(const Catalog& catalog, const std::string& id) {
    const Component* component = catalog.find(id);
    return component == nullptr ? id : component->name;
}

std::string inWords(StartPolicy policy) {
    switch (policy) {
    case StartPolicy::startAfterSetup:
        return words("Components", "starts");
    case StartPolicy::deferredUntilFailover:
        return words("Components", "waits for failover");
    case StartPolicy::runByDomino:
        break;
    }
    return words("Components", "run by Domino");
}

std::string afterSetup(const Component& component) {
    if (component.dominoTask)
        return inWords(StartPolicy::runByDomino);
    std::vector<std::string> kinds;
    for (const Service& service : component.services)
        if (const std::string words = inWords(service.startPolicy); !contains(kinds, words))
            kinds.push_back(words);
    return kinds.empty() ? words("Components", "has no service") : joined(kinds);
}

std::vector<std::string> listening(const Service& service) {
    std::vector<std::string> ports;
    for (const Port& port : service.ports)
        if (port.direction == PortDirection::listen)
            ports.push_back(std::to_string(port.number) + (port.protocol == Protocol::udp ? "/udp" : ""));
    return ports;
}

std::string failoverWarning(const ComponentRow& row) {
    if (row.failsOver && row.onPrimary && !row.chosen)
        return words("Components", "To fail over, a component must also be on the standby.");
    if (row.failsOver && !row.onPrimary && row.chosen)
        return words("Components", "The primary does not have it, so it does not fail over.");
    return {};
}

ComponentRow rowOf(const Component& component, const MediaManifest& media, const Server& primary,
                   const std::vector<std::string>& chosen) {
    ComponentRow row{.id = component.id,
                     .name = component.name,
                     .description = component.description,
                     .chosen = contains(chosen, component.id),
                     .onPrimary = contains(primary.components, component.id),
                     .failsOver = component.failoverCapable,
                     .afterSetup = afterSetup(component),
                     .bytes = 0,
                     .ports = {},
                     .needs = {},
                     .warning = {},
                     .services = {}};
    if (const Package* package = media.find(component.package))
        row.bytes = package->unpackedSize();
    std::vector<std::string> ports;
    for (const Service& service : component.services) {
        const auto own = listening(service);
        row.services.push_back({service.displayName, inWords(service.startPolicy), joined(own)});
        ports.insert(ports.end(), own.begin(), own.end());
    }
    row.ports = joined(ports);
    for (const std::string& needed : component.dependencies)
        row.needs.push_back(nameOf(media.catalog, needed));
    row.warning = failoverWarning(row);
    return row;
}

/// Of a component that is installed, and that the media does not have any more.
ComponentRow rowOfGone(const std::string& id, const Catalog& installed, bool chosen) {
    ComponentRow row;
    row.id = id;
    row.name = nameOf(installed, id);
    if (const Component* component = installed.find(id))
        row.description = component->description;
    row.chosen = chosen;
    row.warning = words("Components", "The media no longer has this component: remove it to continue.");
    return row;
}

/// The components that `id` needs, or those that need it, through all levels, without itself.
std::set<std::string> related(const Catalog& catalog, const std::string& id, bool needed) {
    std::set<std::string> found;
    std::vector<std::string> open{id};
    while (!open.empty()) {
        const std::string current = open.back();
        open.pop_back();
        for (const Component& component : catalog.components) {
            const Component* other = catalog.find(current);
            const bool isRelated = needed ? other != nullptr && contains(other->dependencies, component.id)
                                          : contains(component.dependencies, current);
            if (isRelated && component.id != id && found.insert(component.id).second)
                open.push_back(component.id);
        }
    }
    return found;
}

/// `wish` says components as difference from a set: add, omit.
template<class Wish>
void set(Wish& wish, const std::string& id, bool wanted, bool inSet) {
    std::erase(wish.add, id);
    std::erase(wish.omit, id);
    if (wanted && !inSet)
        wish.add.push_back(id);
    if (!wanted && inSet)
        wish.omit.push_back(id);
}

using Ids = std::vector<std::string>;

/// Changes the wish for a component and for those that go along with it. Returns why those.
template<class Wish>
std::string setWithRelated(Wish& wish, const Catalog& catalog, const Ids& set, const Ids& before,
                           const std::string& component, bool wanted) {
    wizard::set(wish, component, wanted, contains(set, component));
    std::vector<std::string> along;
    for (const std::string& id : related(catalog, component, wanted)) {
        if (contains(before, id) == wanted)
            continue;
        wizard::set(wish, id, wanted, contains(set, id));
        along.push_back(nameOf(catalog, id));
    }
    if (along.empty())
        return {};
    const std::string name = nameOf(catalog, component);
    const bool one = along.size() == 1;
    if (wanted)
        return one ? filled(words("Components", "%1 needs %2, which is chosen too."), name, joined(along))
                   : filled(words("Components", "%1 needs %2, which are chosen too."), name, joined(along));
    return one ? filled(words("Components", "%1 needs %2 and can't be without it."), joined(along), name)
               : filled(words("Components", "%1 need %2 and can't be without it."), joined(along), name);
}

std::vector<ComponentRow> rowsOf(const MediaManifest& media, const Server& primary, const Ids& chosen) {
    std::vector<ComponentRow> rows;
    for (const Component& component : media.catalog.components)
        rows.push_back(rowOf(component, media, primary, chosen));
    return rows;
}

} // namespace

std::vector<ComponentRow> componentRows(const MediaManifest& media, const Server& primary,
                                        const Request& request) {
    return rowsOf(media, primary, chooseComponents(media.catalog, primary, request).components);
}

ChangedChoice chosen(const Catalog& catalog, const Server& primary, const Request& request,
                     const std::string& component, bool wanted) {
    const auto preset = chooseComponents(catalog, primary, withPreset(request, request.preset)).components;
    const auto before = chooseComponents(catalog, primary, request).components;
    ChangedChoice changed{request, {}};
    changed.explanation = setWithRelated(changed.request, catalog, preset, before, component, wanted);
    return changed;
}

std::vector<ComponentRow> componentRows(const MediaManifest& media, const Server& primary,
                                        const Receipt& installed, const Maintenance& wanted) {
    std::vector<ComponentRow> rows = rowsOf(
        media, primary, changedComponents(media.catalog, installed.components, wanted.add, wanted.omit));
    for (const std::string& id : installed.components)
        if (media.catalog.find(id) == nullptr)
            rows.push_back(rowOfGone(id, installed.catalog, !contains(wanted.omit, id)));
    return rows;
}

ChangedMaintenance chosen(const Catalog& catalog, const Receipt& installed, const Maintenance& wanted,
                          const std::string& component, bool isWanted) {
    ChangedMaintenance changed{wanted, {}};
    changed.explanation = setWithRelated(
        changed.wanted, catalog, installed.components,
        changedComponents(catalog, installed.components, wanted.add, wanted.omit), component, isWanted);
    return changed;
}

Request withPreset(const Request& request, ComponentPreset preset) {
    Request changed = request;
    changed.preset = preset;
    changed.add.clear();
    changed.omit.clear();
    return changed;
}

} // namespace bes::wizard

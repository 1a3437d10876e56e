// SPDX-License-Identifier: Apache-2.0
#include "model/catalog.hpp"

#include <algorithm>

#include "model/startable_service.hpp"

namespace bes {

const Component* Catalog::find(std::string_view componentId) const {
    const auto found = std::ranges::find(components, componentId, &Component::id);
    return found == components.end() ? nullptr : &*found;
}

bool Catalog::isForWindows() const {
    return std::ranges::any_of(components, [](const Component& component) {
        return std::ranges::any_of(component.services, [](const Service& service) {
            return service.startPolicy != StartPolicy::runByDomino && service.unit == service.name;
        });
    });
}

std::set<std::string> packagesOf(const Component& component) {
    std::set<std::string> ids(component.sharedPackages.begin(), component.sharedPackages.end());
    if (!component.package.empty())
        ids.insert(component.package);
    return ids;
}

std::set<std::string> packagesOf(const std::vector<const Component*>& components) {
    std::set<std::string> ids;
    for (const Component* component : components)
        ids.merge(packagesOf(*component));
    return ids;
}

std::set<std::string> packagesOf(const Catalog& catalog) {
    std::set<std::string> ids;
    for (const Component& component : catalog.components)
        ids.merge(packagesOf(component));
    return ids;
}

std::optional<StartableService> findStartable(const Catalog& catalog, std::string_view unit) {
    for (const Component& component : catalog.components)
        for (const Service& service : component.services)
            if (service.unit == unit)
                return StartableService::from(service);
    return std::nullopt;
}

std::string_view toString(StartPolicy policy) {
    switch (policy) {
    case StartPolicy::startAfterSetup:
        return "start-after-setup";
    case StartPolicy::deferredUntilFailover:
        return "deferred-until-failover";
    case StartPolicy::runByDomino:
        return "run-by-domino";
    }
    return {};
}

std::string_view toString(RegistryUse use) {
    switch (use) {
    case RegistryUse::keep:
        return "keep";
    case RegistryUse::version:
        return "version";
    case RegistryUse::server:
        return "server";
    case RegistryUse::ignore:
        return "ignore";
    }
    return {};
}

std::string_view toString(Protocol protocol) {
    return protocol == Protocol::tcp ? "tcp" : "udp";
}

} // namespace bes

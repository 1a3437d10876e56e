// SPDX-License-Identifier: Apache-2.0
#include "plan/services.hpp"

#include <algorithm>

#include "plan/places.hpp"

namespace bes::plan {
namespace {

std::vector<std::string> keys(const std::vector<const Service*>& services) {
    std::vector<std::string> keys;
    for (const Service* service : services)
        keys.push_back(service->unit);
    return keys;
}

/// Everything that starts before it, so that the catalogue's order is kept.
std::vector<std::string> earlierThan(const Service& service, const Composition& composition) {
    std::vector<std::string> earlier;
    for (const auto* services : {&composition.started, &composition.deferred})
        for (const Service* other : *services)
            if (other->startOrder < service.startOrder)
                earlier.push_back(other->unit);
    return earlier;
}

/// Of the components that the catalogue says it depends on, what starts at the same occasion.
std::vector<std::string> neededBy(const Service& service, const Component& component,
                                  const Composition& composition) {
    std::vector<std::string> needed;
    for (const Component* other : composition.components)
        if (std::ranges::count(component.dependencies, other->id) > 0)
            for (const Service& candidate : other->services)
                if (candidate.startPolicy == service.startPolicy)
                    needed.push_back(candidate.unit);
    return needed;
}

std::vector<ServiceDefinition> definitionsOf(const Composition& composition) {
    const Request& request = composition.request;
    std::vector<ServiceDefinition> definitions;
    for (const Component* component : composition.components)
        for (const Service& service : component->services)
            if (service.startPolicy != StartPolicy::runByDomino)
                definitions.push_back({
                    .key = service.unit,
                    .displayName = service.displayName,
                    .program = request.installFolder / component->package / service.program,
                    .configuration = standbyConfiguration(request),
                    .account = request.serviceAccount,
                    .policy = service.startPolicy,
                    .after = earlierThan(service, composition),
                    .dependsOn = neededBy(service, *component, composition),
                    .writableFolder = request.logFolder,
                });
    return definitions;
}

std::vector<ServiceGroup> groupsOf(const Composition& composition) {
    const std::string standby = composition.request.standbyName();
    return {{standbyTarget, StartPolicy::startAfterSetup, standby, keys(composition.started)},
            {activeTarget, StartPolicy::deferredUntilFailover, standby, keys(composition.deferred)}};
}

} // namespace

RegisteredServices servicesOf(const Composition& composition) {
    return {definitionsOf(composition), groupsOf(composition)};
}

} // namespace bes::plan

// SPDX-License-Identifier: Apache-2.0
#include "output/services_view.hpp"

#include <algorithm>

namespace bes::app {

std::vector<Service> servicesWith(const Catalog& catalog, const std::vector<std::string>& components,
                                  StartPolicy policy) {
    std::vector<Service> services;
    for (const std::string& id : components)
        if (const Component* component = catalog.find(id))
            std::ranges::copy_if(component->services, std::back_inserter(services),
                                 [&](const Service& service) { return service.startPolicy == policy; });
    std::ranges::stable_sort(services, {}, &Service::startOrder);
    return services;
}

std::vector<Row> dominoTaskRows(const Catalog& catalog, const std::vector<std::string>& components) {
    std::vector<Row> rows;
    for (const std::string& id : components)
        if (const Component* component = catalog.find(id); component && component->dominoTask)
            rows.push_back({"task " + *component->dominoTask, component->name});
    return rows;
}

std::vector<Row> serviceRows(const std::vector<Service>& services) {
    std::vector<Row> rows;
    for (const Service& service : services)
        rows.push_back({service.unit, service.displayName});
    return rows;
}

} // namespace bes::app

// SPDX-License-Identifier: Apache-2.0
#include "output/plan_view.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "output/findings_view.hpp"
#include "output/text.hpp"
#include "text/lists.hpp"
#include "text/path_text.hpp"

namespace bes::app {
namespace {

void showSubject(const Plan& plan, Page& page) {
    const Request& request = plan.request;
    const Receipt& receipt = plan.receipt;
    page.line({fmt::format("Install the standby {} of {} on {}", receipt.standby, receipt.primary,
                           receipt.computer),
               Tone::strong});
    std::vector<Row> rows{
        {"database", fmt::format("{} {}", request.database.backend, request.database.place())},
        {"media",
         fmt::format("{} ({} {})", utf8(request.media), receipt.catalog.product, receipt.catalog.version)},
        {"programs", utf8(request.installFolder)},
        {"configuration", utf8(request.configurationFolder)},
        {"logs", utf8(request.logFolder)},
        {"account", request.serviceAccount},
        {"components", fmt::format("{}: {}", receipt.components.size(), joined(receipt.components))},
    };
    if (!request.onRunningSystem())
        rows.insert(rows.begin(), Row{"below", utf8(request.root)});
    page.table(rows);
}

void showSteps(const Plan& plan, Page& page) {
    page.blank();
    page.heading("Steps");
    std::vector<Row> rows;
    for (const Step& step : plan.steps)
        rows.push_back({fmt::format("{:>2}", rows.size() + 1), step.title});
    page.table(rows);
}

std::vector<Row> startedBy(const Plan& plan) {
    std::vector<Row> rows;
    for (const Step& step : plan.steps)
        if (const auto* start = std::get_if<StartServices>(&step.action))
            for (const StartableService& service : start->services)
                rows.push_back({service.unit(), service.displayName()});
    return rows;
}

void showServices(const Plan& plan, Page& page) {
    const Catalog& catalog = plan.receipt.catalog;
    const auto& components = plan.receipt.components;
    const auto rowsOf = [&](StartPolicy policy) {
        return serviceRows(servicesWith(catalog, components, policy));
    };
    const auto started = startedBy(plan);
    page.group("Started by setup, in this order", started);
    if (started.empty())
        page.group("Will start at the next boot", rowsOf(StartPolicy::startAfterSetup));
    page.group("Deferred: the failover process starts them when the standby promotes itself",
               rowsOf(StartPolicy::deferredUntilFailover));
    page.group("Run by the Domino server", dominoTaskRows(catalog, components));
}

bool worthReading(const Finding& finding) {
    return finding.severity == Severity::warning || finding.severity == Severity::blocker;
}

} // namespace

void showPlan(const Plan& plan, const std::vector<Finding>& findings, Page& page) {
    if (plan.steps.empty()) {
        page.line({fmt::format("Nothing to do: {} is already installed as requested.", plan.receipt.standby),
                   Tone::good});
        return;
    }
    showSubject(plan, page);
    showSteps(plan, page);
    showServices(plan, page);
    showRoom(findings, page);
    if (!std::ranges::any_of(findings, worthReading))
        return;
    page.blank();
    showFindings(findings, FindingsShown::problems, page);
}

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

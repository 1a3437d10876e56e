// SPDX-License-Identifier: Apache-2.0
#include "models/maintenance_summary.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "models/words.hpp"

namespace bes::wizard {
namespace {

std::vector<std::string> namesOf(const std::vector<std::string>& components, const Catalog& catalog) {
    std::vector<std::string> names;
    for (const std::string& id : components) {
        const Component* component = catalog.find(id);
        names.push_back(component == nullptr ? id : component->name);
    }
    return names;
}

SummaryGroup differences(const Plan& plan) {
    SummaryGroup group{words("Summary", "What differs from what was installed"), {}};
    for (const BasisEntry& difference : plan.basis)
        group.lines.push_back(fmt::format("{}: {}", difference.id, difference.value));
    return group;
}

SummaryGroup steps(const Plan& plan, std::string heading) {
    SummaryGroup group{std::move(heading), {}};
    for (const Step& step : plan.steps)
        group.lines.push_back(step.title);
    return group;
}

SummaryGroup started(const Plan& plan) {
    SummaryGroup group{words("Summary", "Started by setup, in this order"), {}};
    for (const Step& step : plan.steps)
        if (const auto* start = std::get_if<StartServices>(&step.action))
            for (const StartableService& service : start->services)
                group.lines.push_back(service.displayName());
    return group;
}

SummaryGroup deferred(const std::vector<std::string>& components, const Catalog& catalog) {
    SummaryGroup group{words("Summary", "Never started by setup: the failover process does it"), {}};
    for (const std::string& id : components)
        if (const Component* component = catalog.find(id))
            for (const Service& service : component->services)
                if (service.startPolicy == StartPolicy::deferredUntilFailover)
                    group.lines.push_back(service.displayName);
    return group;
}

SummaryGroup stays(const Seen& seen) {
    SummaryGroup group{words("Summary", "What stays"), seen.stays};
    group.lines.push_back(
        filled(words("Summary", "%1: setup does not touch the primary"), seen.receipt()->primary));
    group.lines.push_back(
        words("Summary",
              "/var/lib/bes-standby-setup, /var/log/bes-standby-setup: the journal and the logs of setup"));
    return group;
}

SummaryGroup subject(const Seen& seen) {
    const Receipt& receipt = *seen.receipt();
    SummaryGroup group{words("Summary", "The standby"),
                       {filled(words("Summary", "%1, the standby of %2, on %3."), receipt.standby,
                               receipt.primary, receipt.computer)}};
    if (seen.maintenance->kind == Maintenance::Kind::upgrade)
        group.lines.push_back(filled(words("Summary", "Its version was %1 and becomes %2."),
                                     receipt.catalog.version, seen.inspection.plan->receipt.catalog.version));
    if (!seen.request.onRunningSystem())
        group.lines.push_back(filled(words("Summary", "All below %1."), seen.request.root.string()));
    return group;
}

} // namespace

std::vector<SummaryGroup> maintenanceSummary(const Seen& seen) {
    const Plan& plan = *seen.inspection.plan;
    const Catalog& catalog = seen.receipt()->catalog;
    std::vector<SummaryGroup> groups{subject(seen)};
    if (plan.steps.empty()) {
        groups.push_back(
            {words("Summary", "Nothing to do"), {words("Summary", "Everything is as it was installed.")}});
        return groups;
    }
    switch (seen.maintenance->kind) {
    case Maintenance::Kind::modify:
        groups.push_back({words("Summary", "Added"), namesOf(seen.maintenance->add, catalog)});
        groups.push_back({words("Summary", "Taken away"), namesOf(seen.maintenance->omit, catalog)});
        groups.push_back(differences(plan));
        groups.push_back(started(plan));
        groups.push_back(deferred(seen.maintenance->add, catalog));
        break;
    case Maintenance::Kind::upgrade:
        groups.push_back({words("Summary", "Added"), namesOf(seen.maintenance->add, plan.receipt.catalog)});
        groups.push_back({words("Summary", "Taken away"), namesOf(seen.maintenance->omit, catalog)});
        groups.push_back(differences(plan));
        groups.push_back(steps(plan, words("Summary", "What is done about it")));
        groups.push_back(deferred(plan.receipt.components, plan.receipt.catalog));
        break;
    case Maintenance::Kind::repair:
        groups.push_back(differences(plan));
        groups.push_back(steps(plan, words("Summary", "What is done about it")));
        groups.push_back(deferred(seen.receipt()->components, catalog));
        break;
    case Maintenance::Kind::remove:
        groups.push_back(steps(plan, words("Summary", "What goes")));
        groups.push_back(stays(seen));
        break;
    }
    std::erase_if(groups, [](const SummaryGroup& group) { return group.lines.empty(); });
    return groups;
}

} // namespace bes::wizard

#include "models/maintenance_summary.hpp"

#include <algorithm>

#include <fmt/format.h>

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
    SummaryGroup group{"What differs from what was installed", {}};
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
    SummaryGroup group{"Started by setup, in this order", {}};
    for (const Step& step : plan.steps)
        if (const auto* start = std::get_if<StartServices>(&step.action))
            for (const StartableService& service : start->services)
                group.lines.push_back(service.displayName());
    return group;
}

SummaryGroup deferred(const std::vector<std::string>& components, const Catalog& catalog) {
    SummaryGroup group{"Never started by setup: the failover process does it", {}};
    for (const std::string& id : components)
        if (const Component* component = catalog.find(id))
            for (const Service& service : component->services)
                if (service.startPolicy == StartPolicy::deferredUntilFailover)
                    group.lines.push_back(service.displayName);
    return group;
}

SummaryGroup stays(const Seen& seen) {
    SummaryGroup group{"What stays", seen.stays};
    group.lines.push_back(fmt::format("{}: setup does not touch the primary", seen.receipt()->primary));
    group.lines.emplace_back("/var/lib/bes-standby-setup, /var/log/bes-standby-setup: the journal and the "
                             "logs of setup");
    return group;
}

SummaryGroup subject(const Seen& seen) {
    const Receipt& receipt = *seen.receipt();
    SummaryGroup group{
        "The standby",
        {fmt::format("{}, the standby of {}, on {}.", receipt.standby, receipt.primary, receipt.computer)}};
    if (!seen.request.onRunningSystem())
        group.lines.push_back(fmt::format("All below {}.", seen.request.root.string()));
    return group;
}

} // namespace

std::vector<SummaryGroup> maintenanceSummary(const Seen& seen) {
    const Plan& plan = *seen.inspection.plan;
    const Catalog& catalog = seen.receipt()->catalog;
    std::vector<SummaryGroup> groups{subject(seen)};
    if (plan.steps.empty()) {
        groups.push_back({"Nothing to do", {"Everything is as it was installed."}});
        return groups;
    }
    switch (seen.maintenance->kind) {
    case Maintenance::Kind::modify:
        groups.push_back({"Added", namesOf(seen.maintenance->add, catalog)});
        groups.push_back({"Taken away", namesOf(seen.maintenance->omit, catalog)});
        groups.push_back(differences(plan));
        groups.push_back(started(plan));
        groups.push_back(deferred(seen.maintenance->add, catalog));
        break;
    case Maintenance::Kind::repair:
        groups.push_back(differences(plan));
        groups.push_back(steps(plan, "What is done about it"));
        groups.push_back(deferred(seen.receipt()->components, catalog));
        break;
    case Maintenance::Kind::remove:
        groups.push_back(steps(plan, "What goes"));
        groups.push_back(stays(seen));
        break;
    }
    std::erase_if(groups, [](const SummaryGroup& group) { return group.lines.empty(); });
    return groups;
}

} // namespace bes::wizard

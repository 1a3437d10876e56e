// SPDX-License-Identifier: Apache-2.0
#include "models/plan_summary.hpp"

#include <algorithm>

#include <QLocale>
#include <fmt/format.h>

#include "model/places.hpp"
#include "models/words.hpp"
#include "text/path_text.hpp"

namespace bes::wizard {
namespace {

std::vector<Service> servicesWith(const Plan& plan, StartPolicy policy) {
    std::vector<Service> services;
    for (const std::string& id : plan.receipt.components)
        if (const Component* component = plan.receipt.catalog.find(id))
            std::ranges::copy_if(component->services, std::back_inserter(services),
                                 [&](const Service& service) { return service.startPolicy == policy; });
    std::ranges::stable_sort(services, {}, &Service::startOrder);
    return services;
}

std::vector<std::string> names(const std::vector<Service>& services) {
    std::vector<std::string> lines;
    for (const Service& service : services)
        lines.push_back(service.displayName);
    return lines;
}

SummaryGroup subject(const Plan& plan) {
    const Request& request = plan.request;
    const Receipt& receipt = plan.receipt;
    std::uint64_t bytes = 0;
    std::size_t programs = 0;
    for (const InstalledFile& file : receipt.files) {
        if (file.type == FileType::folder || !places::isBelow(file.path, request.installFolder))
            continue;
        bytes += file.size;
        ++programs;
    }
    SummaryGroup group{
        words("Summary", "The standby"),
        {filled(words("Summary", "%1 becomes the standby of %2, on %3."), receipt.standby, receipt.primary,
                receipt.computer),
         filled(words("Summary", "Programs: %1 files, %2 MiB, in %3."), std::to_string(programs),
                QLocale().toString(static_cast<double>(bytes) / (1 << 20), 'f', 1).toStdString(),
                utf8(request.installFolder)),
         filled(words("Summary", "Configuration: %1. Logs: %2."), utf8(request.configurationFolder),
                utf8(request.logFolder)),
         filled(words("Summary", "Its services run as %1."), request.serviceAccount),
         words("Summary", "The database copies the SRP credentials of the primary. The key stays hidden.")}};
    if (!request.onRunningSystem())
        group.lines.insert(group.lines.begin() + 1,
                           filled(words("Summary", "All below %1."), utf8(request.root)));
    return group;
}

SummaryGroup components(const Plan& plan) {
    SummaryGroup group{words("Summary", "Components"), {}};
    for (const std::string& id : plan.receipt.components)
        if (const Component* component = plan.receipt.catalog.find(id))
            group.lines.push_back(component->name);
    return group;
}

SummaryGroup started(const Plan& plan) {
    for (const Step& step : plan.steps)
        if (const auto* start = std::get_if<StartServices>(&step.action)) {
            SummaryGroup group{words("Summary", "Started by setup, in this order"), {}};
            for (const StartableService& service : start->services)
                group.lines.push_back(service.displayName());
            return group;
        }
    return {words("Summary", "Will start at the next boot"),
            names(servicesWith(plan, StartPolicy::startAfterSetup))};
}

SummaryGroup dominoTasks(const Plan& plan) {
    SummaryGroup group{words("Summary", "Run by the Domino server"), {}};
    for (const std::string& id : plan.receipt.components)
        if (const Component* component = plan.receipt.catalog.find(id); component && component->dominoTask)
            group.lines.push_back(
                filled(words("Summary", "%1: task %2, after \"load %2\" or a restart of that server"),
                       component->name, *component->dominoTask));
    return group;
}

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

SummaryGroup startedByPlan(const Plan& plan) {
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
        group.lines.push_back(filled(words("Summary", "All below %1."), utf8(seen.request.root)));
    return group;
}

} // namespace

std::vector<SummaryGroup> planSummary(const Plan& plan) {
    if (plan.steps.empty())
        return {{words("Summary", "Nothing to do"),
                 {filled(words("Summary", "%1 is installed as wanted."), plan.receipt.standby)}}};
    std::vector<SummaryGroup> groups{
        subject(plan),
        started(plan),
        {words("Summary",
               "Never started by setup: the failover process does it when the standby promotes itself"),
         names(servicesWith(plan, StartPolicy::deferredUntilFailover))},
        dominoTasks(plan),
        components(plan)};
    std::erase_if(groups, [](const SummaryGroup& group) { return group.lines.empty(); });
    return groups;
}

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
        groups.push_back(startedByPlan(plan));
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

#include "models/plan_summary.hpp"

#include <algorithm>

#include <fmt/format.h>

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
    for (const InstalledFile& file : receipt.files)
        bytes += file.size;
    SummaryGroup group{
        "The standby",
        {fmt::format("{} becomes the standby of {}, on {}.", receipt.standby, receipt.primary,
                     receipt.computer),
         fmt::format("Programs: {} files, {:.1f} MiB, in {}.", receipt.files.size(),
                     static_cast<double>(bytes) / (1 << 20), request.installFolder.string()),
         fmt::format("Configuration: {}. Logs: {}.", request.configurationFolder.string(),
                     request.logFolder.string()),
         fmt::format("Its services run as {}.", request.serviceAccount),
         "The database copies the SRP credentials of the primary by itself; nobody sees the key."}};
    if (!request.onRunningSystem())
        group.lines.insert(group.lines.begin() + 1, fmt::format("All below {}.", request.root.string()));
    return group;
}

SummaryGroup components(const Plan& plan) {
    SummaryGroup group{"Components", {}};
    for (const std::string& id : plan.receipt.components)
        if (const Component* component = plan.receipt.catalog.find(id))
            group.lines.push_back(component->name);
    return group;
}

SummaryGroup started(const Plan& plan) {
    for (const Step& step : plan.steps)
        if (const auto* start = std::get_if<StartServices>(&step.action)) {
            SummaryGroup group{"Started by setup, in this order", {}};
            for (const StartableService& service : start->services)
                group.lines.push_back(service.displayName());
            return group;
        }
    return {"Not started now; these start with the computer",
            names(servicesWith(plan, StartPolicy::startAfterSetup))};
}

SummaryGroup dominoTasks(const Plan& plan) {
    SummaryGroup group{"Run by the Domino server", {}};
    for (const std::string& id : plan.receipt.components)
        if (const Component* component = plan.receipt.catalog.find(id); component && component->dominoTask)
            group.lines.push_back(fmt::format("{}: task {}, after \"load {}\" or a restart of that server",
                                              component->name, *component->dominoTask,
                                              *component->dominoTask));
    return group;
}

} // namespace

std::vector<SummaryGroup> planSummary(const Plan& plan) {
    if (plan.steps.empty())
        return {{"Nothing to do", {fmt::format("{} is installed as wanted.", plan.receipt.standby)}}};
    std::vector<SummaryGroup> groups{
        subject(plan),
        started(plan),
        {"Never started by setup: the failover process does it when the standby promotes itself",
         names(servicesWith(plan, StartPolicy::deferredUntilFailover))},
        dominoTasks(plan),
        components(plan)};
    std::erase_if(groups, [](const SummaryGroup& group) { return group.lines.empty(); });
    return groups;
}

} // namespace bes::wizard

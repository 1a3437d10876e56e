#include "plan/running.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "plan/places.hpp"
#include "plan/unit_files.hpp"
#include "plan/weights.hpp"

namespace bes::plan {

std::vector<Service> servicesOf(const Receipt& receipt) {
    std::vector<Service> services;
    for (const std::string& id : receipt.components)
        if (const Component* component = receipt.catalog.find(id))
            std::ranges::copy_if(
                component->services, std::back_inserter(services),
                [](const Service& service) { return service.startPolicy != StartPolicy::runByDomino; });
    std::ranges::stable_sort(services, {}, &Service::startOrder);
    return services;
}

std::optional<Step> stopOf(const Facts& facts, const std::vector<Service>& services,
                           TargetUnits targetUnits) {
    const auto& running = facts.standby.value().running.value();
    const auto runs = [&](const std::string& unit) { return std::ranges::count(running, unit) > 0; };
    StopServices act;
    StartStopped undo{};
    for (const char* target : {activeTarget, standbyTarget})
        if (targetUnits == TargetUnits::stop && runs(target))
            act.units.emplace_back(target);
    for (auto service = services.rbegin(); service != services.rend(); ++service)
        if (runs(service->unit))
            act.units.push_back(service->unit);
    for (const Service& service : services)
        if (const auto startable = StartableService::from(service); startable && runs(service.unit))
            undo.services.push_back(*startable);
    if (act.units.empty())
        return std::nullopt;
    const std::size_t units = act.units.size();
    return Step{.id = "services.stop",
                .title = fmt::format("Stop {}, in reverse start order", count(units, "unit")),
                .action = std::move(act),
                .undo = std::move(undo),
                .weight = units * weightPerStart};
}

Step takeOutTaskStep(const DominoTask& made) {
    const std::filesystem::path backup = keptFolder();
    return {.id = "domino.task-remove",
            .title =
                fmt::format("Take the task {} out of ServerTasks in {}", made.task, made.notesIni.string()),
            .action = RemoveDominoTask{made.notesIni, made.task, backup},
            .undo = RestoreDominoTask{made.notesIni, made.task, backup},
            .weight = smallWeight};
}

} // namespace bes::plan

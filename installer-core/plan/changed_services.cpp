// SPDX-License-Identifier: Apache-2.0
#include "plan/changed_services.hpp"

#include <algorithm>

#include "plan/receipt_composition.hpp"
#include "plan/unit_files.hpp"

namespace bes::plan {
namespace {

/// A unit without its order, which takes effect without a restart.
std::string withoutOrder(const std::string& unit) {
    const auto begin = unit.find("\nAfter=");
    return begin == unit.npos ? unit : std::string(unit).erase(begin, unit.find('\n', begin + 1) - begin);
}

std::set<std::string> changedPackages(const StandbyComparison& change) {
    std::set<std::string> packages;
    for (const StandbyComparison::Files* files : {&change.publish(), &change.gone()})
        for (const InstalledFile& file : *files)
            if (file.type != FileType::folder)
                packages.insert(change.packageOf(file.path));
    for (const std::filesystem::path& file : change.cleared().files)
        packages.insert(change.packageOf(file));
    return packages;
}

/// Units whose program, files or way to run is changed.
std::set<std::string> changedUnits(const StandbyComparison& change) {
    std::map<std::string, std::string> before;
    for (const TextFile& unit : unitFiles(change.installed()))
        before[unit.path.string()] = withoutOrder(unit.content);
    std::set<std::string> changed;
    for (const TextFile& unit : change.units())
        if (change.differenceOf(unit.path.string()) != nullptr ||
            before[unit.path.string()] != withoutOrder(unit.content))
            changed.insert(unit.path.filename().string());
    const std::set<std::string> packages = changedPackages(change);
    for (const Component* component : change.installed().components)
        if (packages.contains(component->package))
            for (const Service& service : component->services)
                changed.insert(service.unit);
    return changed;
}

} // namespace

std::vector<Service> stoppedFor(const StandbyComparison& change) {
    const std::set<std::string> changed = changedUnits(change);
    std::set<std::string> goneUnits;
    for (const InstalledFile& file : change.gone())
        goneUnits.insert(std::filesystem::path(file.path).filename().string());
    std::vector<Service> services;
    for (const Service& service : servicesOf(change.receipt())) {
        const bool again =
            service.startPolicy == StartPolicy::startAfterSetup && changed.contains(service.unit);
        if (again || goneUnits.contains(service.unit))
            services.push_back(service);
    }
    return services;
}

std::vector<StartableService> startedAfter(const StandbyComparison& change) {
    const auto& running = change.facts().standby.value().running.value();
    const auto runs = [&](const std::string& unit) { return std::ranges::count(running, unit) > 0; };
    const std::vector<Service> stopping = stoppedFor(change);
    const std::vector<Service> before = servicesOf(change.receipt());
    const auto startedBefore = [&](const std::string& unit) {
        const auto found = std::ranges::find(before, unit, &Service::unit);
        return found != before.end() && found->startPolicy == StartPolicy::startAfterSetup;
    };
    std::vector<StartableService> services;
    for (const Service* service : change.intended().started) {
        const auto startable = StartableService::from(*service);
        const bool again =
            runs(service->unit) && std::ranges::count(stopping, service->unit, &Service::unit) > 0;
        const bool isNew = runs(standbyTarget) && !startedBefore(service->unit);
        if (startable && (again || isNew))
            services.push_back(*startable);
    }
    return services;
}

} // namespace bes::plan

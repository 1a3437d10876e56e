// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/things_of_others.hpp"
#include "model/places.hpp"
#include "text/path_text.hpp"

namespace bes::check {
namespace {

using Standing = ThingOfOthers::Standing;

bool isInstalled(const Situation& situation, const std::string& unit) {
    if (situation.receipt == nullptr)
        return false;
    return unit == places::standbyTarget || unit == places::activeTarget ||
           std::ranges::any_of(situation.receipt->components, [&](const std::string& id) {
               const Component* component = situation.receipt->catalog.find(id);
               return component != nullptr &&
                      std::ranges::count(component->services, unit, &Service::unit) > 0;
           });
}

/// An addition to a unit of the standby that is installed, by which setup itself would start the service.
bool addsToOwn(const Situation& situation, const ThingOfOthers& thing) {
    const std::filesystem::path folder = thing.path.parent_path();
    return !folder.extension().empty() && isInstalled(situation, utf8(folder.stem()));
}

constexpr auto editUnit = "systemctl edit --full UNIT";

constexpr auto leaveAlone = "Other units start services that only the failover process may start";

Finding refusedStarts(const Things& things) {
    return blocker(ExitCode::othersFiles, "service.deferred", leaveAlone, described(things),
                   {"Remove these services from the units, or disable and remove the units. Mask units that "
                    "belong to packages",
                    {},
                    editUnit});
}

/// Those are started by them whatever setup does.
Finding installedStarts(const Things& things) {
    return warning("service.deferred", leaveAlone, described(things),
                   {"Check whether they belong to the failover process, and disable them if not",
                    {},
                    "systemctl disable --now UNIT"});
}

Finding refusedEnd(const Things& things) {
    return blocker(ExitCode::othersFiles, "service.conflicts",
                   "Starting the services would stop other units that run", described(things),
                   {"Stop them if they are not needed, or remove Conflicts= from them", {}, editUnit});
}

Finding excluded(const Things& things) {
    return warning(
        "service.conflicts", "Other units can't run together with the services", described(things),
        {"The one that starts later stops the other. Remove Conflicts= from these units, or disable them",
         {},
         editUnit});
}

Finding everywhere(const Things& things) {
    return warning("service.additions", "Drop-ins for all units also apply to the units of the standby",
                   described(things),
                   {"Check that the services can run with them", {}, "systemctl cat UNIT"});
}

} // namespace

Findings checkRelations(const Situation& situation, const Things& things) {
    Things setupStarts;
    Things othersStart;
    for (const ThingOfOthers& thing : ofStanding(things, {Standing::starts}))
        (isInstalled(situation, thing.unit) && !addsToOwn(situation, thing) ? othersStart : setupStarts)
            .push_back(thing);
    Findings all;
    if (!setupStarts.empty())
        all.push_back(refusedStarts(setupStarts));
    if (!othersStart.empty())
        all.push_back(installedStarts(othersStart));
    if (const Things ended = ofStanding(things, {Standing::ended}); !ended.empty())
        all.push_back(refusedEnd(ended));
    if (const Things apart = ofStanding(things, {Standing::excludes}); !apart.empty())
        all.push_back(excluded(apart));
    if (const Things shared = ofStanding(things, {Standing::everywhere}); !shared.empty())
        all.push_back(everywhere(shared));
    return all;
}

} // namespace bes::check

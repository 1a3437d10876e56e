// SPDX-License-Identifier: Apache-2.0
#include "plan/registration.hpp"

#include <algorithm>

namespace bes::plan {
namespace {

std::vector<std::string> sorted(std::vector<std::string> values) {
    std::ranges::sort(values);
    return values;
}

} // namespace

RegisterStandby registrationOf(const Facts& facts, const Composition& composition) {
    RegisterStandby act{.primary = composition.primary.name,
                        .standby = composition.request.standbyName(),
                        .computer = composition.computer.name,
                        .fullyQualifiedName = composition.computer.fullyQualifiedName,
                        .dominoServer = {},
                        .version = composition.media.manifest.catalog.version,
                        .addresses = composition.computer.addresses,
                        .components = composition.componentIds()};
    if (facts.notesIni.known() && facts.notesIni.value())
        act.dominoServer = facts.notesIni.value()->serverName;
    return act;
}

bool registrationDiffers(const Facts& facts, const Composition& composition) {
    if (!facts.database.known())
        return false;
    const RegisterStandby row = registrationOf(facts, composition);
    const Server* standby = facts.database.value().findServer(row.standby);
    const Pair* pair = facts.database.value().findPairOfPrimary(row.primary);
    if (standby == nullptr || pair == nullptr)
        return true;
    return standby->fullyQualifiedName != row.fullyQualifiedName ||
           standby->dominoServer != row.dominoServer || standby->version != row.version ||
           sorted(standby->addresses) != sorted(row.addresses) ||
           sorted(standby->components) != sorted(row.components) || standby->srp != composition.primary.srp;
}

} // namespace bes::plan

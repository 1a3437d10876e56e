#include "plan/registration.hpp"

#include <algorithm>

namespace bes::plan {
namespace {

std::vector<std::string> sorted(std::vector<std::string> values) {
    std::ranges::sort(values);
    return values;
}

} // namespace

RegisterStandby registrationOf(const Facts& facts, const Wanted& wanted) {
    RegisterStandby act{.primary = wanted.primary.name,
                        .standby = wanted.request.standbyName(),
                        .computer = wanted.computer.name,
                        .fullyQualifiedName = wanted.computer.fullyQualifiedName,
                        .dominoServer = {},
                        .version = wanted.media.manifest.catalog.version,
                        .addresses = wanted.computer.addresses,
                        .components = wanted.componentIds()};
    if (facts.notesIni.known() && facts.notesIni.value())
        act.dominoServer = facts.notesIni.value()->serverName;
    return act;
}

bool registrationDiffers(const Facts& facts, const Wanted& wanted) {
    if (!facts.database.known())
        return false;
    const RegisterStandby row = registrationOf(facts, wanted);
    const Server* standby = facts.database.value().findServer(row.standby);
    const Pair* pair = facts.database.value().findPairOfPrimary(row.primary);
    if (standby == nullptr || pair == nullptr)
        return true;
    return standby->fullyQualifiedName != row.fullyQualifiedName ||
           standby->dominoServer != row.dominoServer || standby->version != row.version ||
           sorted(standby->addresses) != sorted(row.addresses) ||
           sorted(standby->components) != sorted(row.components) || standby->srp != wanted.primary.srp;
}

} // namespace bes::plan

// SPDX-License-Identifier: Apache-2.0
#include "plan/basis.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace bes::plan {
namespace {

std::string standbyOf(const Facts& facts, const Composition& composition) {
    const Pair* pair = facts.database.value().findPairOfPrimary(composition.primary.name);
    return pair ? fmt::format("{} on {} ({})", pair->standby, pair->standbyComputer, toString(pair->state))
                : "none";
}

std::string installedHere(const Facts& facts) {
    if (!facts.installed.known())
        return "unknown: " + facts.installed.reason();
    const auto& installed = facts.installed.value();
    if (!installed)
        return "none";
    return fmt::format("{} for {}, run {}, {} damaged", installed->receipt.standby,
                       installed->receipt.primary, installed->receipt.run, installed->damage.size());
}

std::string serverTasks(const Facts& facts) {
    if (!facts.notesIni.known() || !facts.notesIni.value())
        return "no Domino server";
    const NotesIni& ini = *facts.notesIni.value();
    return fmt::format("{}: {}", ini.path.string(), fmt::join(ini.serverTasks, ","));
}

std::string srp(const SrpCredentials& credentials) {
    return fmt::format("{} at {}:{}, key {}", credentials.identifier, credentials.host, credentials.port,
                       credentials.keyFingerprint);
}

} // namespace

std::vector<BasisEntry> basisOf(const Facts& facts, const Composition& composition) {
    const bool running = facts.serviceManager.value() == ServiceManagerState::running;
    return {
        {"computer", composition.computer.name},
        {"database.schema", std::to_string(facts.database.value().schemaVersion)},
        {"domino.server-tasks", serverTasks(facts)},
        {"installed", installedHere(facts)},
        {"media", composition.media.manifestSha256},
        {"primary.components", fmt::format("{}", fmt::join(composition.primary.components, ","))},
        {"primary.computer", composition.primary.computer},
        {"primary.srp", srp(composition.primary.srp)},
        {"primary.standby", standbyOf(facts, composition)},
        {"primary.version", composition.primary.version},
        {"service-account", facts.serviceAccountExists.value() ? "present" : "absent"},
        {"service-manager", running ? "running" : "offline"},
    };
}

} // namespace bes::plan

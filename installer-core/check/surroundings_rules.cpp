// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "check/rules.hpp"
#include "text/lists.hpp"

namespace bes::check {
namespace {

/// ReadWritePaths= came with 231, the job mode that reaching the target needs with 232.
constexpr unsigned oldestSystemd = 232;
/// ProtectClock=, the newest of the options in the units, came with 245; an older systemd leaves it out.
constexpr unsigned wholeSystemd = 245;

constexpr std::array startsServices{"multi-user.target", "graphical.target", "runlevel2.target",
                                    "runlevel3.target",  "runlevel4.target", "runlevel5.target"};

/// Before this there was no such setup.
constexpr std::string_view earliestNow = "2026-01-01";

Findings checkVersionOfSystemd(const SystemdState& systemd) {
    const std::string id = "service.manager-version";
    const std::string version = "systemd " + std::to_string(systemd.version);
    if (systemd.version == 0 || systemd.version >= wholeSystemd)
        return {};
    if (systemd.version < oldestSystemd)
        return {blocker(ExitCode::blocked, id, "systemd is too old for the units",
                        version + "; " + std::to_string(oldestSystemd) + " is required",
                        "Install on a newer release of the system")};
    return {warning(id, "systemd does not support all options that protect the services",
                    version + " ignores options that came up to " + std::to_string(wholeSystemd),
                    "The services run anyway. A newer release of the system protects them better")};
}

Findings checkStateOfSystemd(const SystemdState& systemd) {
    const bool ends = systemd.state == "stopping" || systemd.state == "maintenance";
    if (!ends)
        return {};
    return {blocker(ExitCode::blocked, "service.manager-state",
                    "systemd does not start services at the moment",
                    "systemctl is-system-running says " + systemd.state,
                    systemd.state == "stopping"
                        ? Remedy("Run setup again after the restart")
                        : Remedy("Leave the rescue mode, then run setup again", {}, "systemctl default"))};
}

Findings checkBoot(const SystemdState& systemd) {
    const std::string& target = systemd.defaultTarget;
    if (target.empty() || std::ranges::count(startsServices, target) > 0)
        return {};
    return {warning("service.boot", "The computer may not start the services when it boots",
                    "It boots into " + target + ", the services belong to multi-user.target",
                    {"Set the default target, unless " + target + " pulls in multi-user.target",
                     {},
                     "systemctl set-default multi-user.target"})};
}

/// A component that would be installed and never start.
std::string wrongProgram(const Package& package, const Service& service) {
    const auto file = std::ranges::find(package.files, service.program, &PackagedFile::path);
    const std::string program = package.id + "/" + service.program;
    if (file == package.files.end())
        return service.displayName + ": " + program + " is missing";
    if (file->type == FileType::symbolicLink)
        return {};
    if (file->type != FileType::regular)
        return service.displayName + ": " + program + " is not a file";
    constexpr unsigned runByAll = 0005;
    return (file->mode & runByAll) == runByAll
               ? ""
               : service.displayName + ": the service account has no permission to run " + program;
}

} // namespace

Findings checkSystemd(const Situation& situation) {
    if (!situation.facts.surroundings.systemd.known())
        return {};
    const SystemdState& systemd = situation.facts.surroundings.systemd.value();
    Findings all = checkVersionOfSystemd(systemd);
    for (Finding& finding : checkStateOfSystemd(systemd))
        all.push_back(std::move(finding));
    for (Finding& finding : checkBoot(systemd))
        all.push_back(std::move(finding));
    if (situation.facts.surroundings.securityModule)
        all.push_back(information("computer.security-module",
                                  "Setup can't tell whether SELinux allows the services to start",
                                  "Its policy is enforced, and setup can't evaluate it",
                                  {"If a service does not start, look for denials", {}, "ausearch -m avc"}));
    return all;
}

Findings checkPrograms(const Situation& situation) {
    if (!situation.choiceKnown)
        return {};
    std::vector<std::string> wrong;
    for (const Component* component : situation.components) {
        const Package* package = situation.media->manifest.find(component->package);
        if (package == nullptr)
            continue;
        for (const Service& service : component->services)
            if (service.startPolicy != StartPolicy::runByDomino)
                if (std::string sentence = wrongProgram(*package, service); !sentence.empty())
                    wrong.push_back(std::move(sentence));
    }
    if (wrong.empty())
        return {};
    return {blocker(ExitCode::media, "media.programs", "Services of the media can't start on this system",
                    listed(wrong), "Get media for this system from its publisher")};
}

Findings checkDatabaseRights(const Situation& situation) {
    const Fact<std::vector<std::string>>& missing = situation.facts.surroundings.missingDatabaseRights;
    if (situation.database == nullptr || !missing.known() || situation.request.database.isFile())
        return {};
    const std::string id = "database.rights";
    if (missing.value().empty())
        return {passed(id, "Setup can write to the database", situation.request.database.place())};
    const std::string& who = situation.request.database.user;
    return {blocker(ExitCode::database, id, "Setup can read the database, but not write to it",
                    "Missing permissions of " + who + ": " + listed(missing.value(), 12),
                    "Grant INSERT, UPDATE and DELETE on the tables to " + who)};
}

Findings checkClock(const Situation& situation) {
    const std::string& clock = situation.facts.surroundings.now;
    const std::string& earliest =
        situation.receipt == nullptr ? std::string(earliestNow) : situation.receipt->installedAt;
    if (clock.empty() || clock >= earliest)
        return {};
    return {warning("computer.clock", "The clock of this computer is wrong",
                    "It says " + clock + " (UTC), which is before " + earliest,
                    {"Set the clock: certificates are verified with it, and the journal is ordered by it",
                     {},
                     onWindows(situation) ? "w32tm /resync" : "timedatectl"})};
}

} // namespace bes::check

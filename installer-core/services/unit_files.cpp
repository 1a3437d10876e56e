// SPDX-License-Identifier: Apache-2.0
#include "services/unit_files.hpp"

#include "model/places.hpp"
#include "services/unit_text.hpp"
#include "text/path_text.hpp"

namespace bes::services {
namespace {

constexpr Literal madeBy =
    "# Written by bes-standby-setup; a repair writes it again. Use drop-ins for changes.\n";

constexpr Literal manual = "man:bes-standby-setup(8)";

// What a program may do: listen and connect, read its configuration, write its logs. Nothing else on the
// computer.
constexpr Literal hardening = R"(NoNewPrivileges=yes
CapabilityBoundingSet=
ProtectSystem=strict
ProtectHome=yes
PrivateTmp=yes
PrivateDevices=yes
ProtectKernelTunables=yes
ProtectKernelModules=yes
ProtectControlGroups=yes
ProtectClock=yes
RestrictSUIDSGID=yes
RestrictRealtime=yes
RestrictNamespaces=yes
RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX
LockPersonality=yes
SystemCallArchitectures=native
UMask=0027
)";

Rights readable() {
    return rightsFor(Protection::everyoneReads, FileType::regular);
}

TextFile standbyTargetFile(const ServiceGroup& group) {
    UnitText text;
    text.lines(madeBy);
    text.section("Unit");
    text.sentence("Description", "Standby BlackBerry Enterprise Server ", group.standby,
                  " (services that start after setup)");
    text.set("Documentation", manual);
    text.names("Wants", group.members);
    text.blank();
    text.section("Install");
    text.set("WantedBy", "multi-user.target");
    return {unitPlace(group.key), readable(), text.take()};
}

TextFile activeTargetFile(const ServiceGroup& group) {
    UnitText text;
    text.lines(madeBy);
    text.lines("# The failover process starts this target when the standby promotes itself. It has no "
               "[Install] section\n# on purpose: nothing that boots may want it.\n");
    text.section("Unit");
    text.sentence("Description", "Active BlackBerry Enterprise Server ", group.standby,
                  " (deferred services)");
    text.set("Documentation", manual);
    text.names("Wants", group.members);
    text.names("After", {places::standbyTarget});
    return {unitPlace(group.key), readable(), text.take()};
}

} // namespace

TextFile unitFile(const ServiceDefinition& service) {
    std::vector<std::string> after{"network-online.target"};
    after.insert(after.end(), service.after.begin(), service.after.end());
    UnitText text;
    text.lines(madeBy);
    text.section("Unit");
    text.sentence("Description", "", service.displayName);
    text.set("Documentation", manual);
    text.names("After", after);
    text.set("Wants", "network-online.target");
    text.names("PartOf", {service.policy == StartPolicy::startAfterSetup ? places::standbyTarget
                                                                         : places::activeTarget});
    text.blank();
    text.section("Service");
    text.set("Type", "notify");
    text.command("ExecStart", service.program, "--configuration", service.configuration);
    text.names("User", {service.account});
    text.names("Group", {service.account});
    text.set("Restart", "on-failure");
    text.seconds("RestartSec", service.restartDelay);
    text.seconds("TimeoutStartSec", service.startLimit);
    text.seconds("TimeoutStopSec", service.stopLimit);
    text.path("ReadWritePaths", service.writableFolder);
    text.lines(hardening);
    return {unitPlace(service.key), readable(), text.take()};
}

TextFile unitFile(const ServiceGroup& group) {
    return group.policy == StartPolicy::startAfterSetup ? standbyTargetFile(group) : activeTargetFile(group);
}

std::vector<TextFile> unitFiles(const RegisteredServices& services) {
    std::vector<TextFile> files;
    for (const ServiceDefinition& service : services.definitions)
        files.push_back(unitFile(service));
    for (const ServiceGroup& group : services.groups)
        files.push_back(unitFile(group));
    return files;
}

std::vector<TextFile> filesFor(System system, const RegisteredServices& services) {
    return system == System::windows ? std::vector<TextFile>() : unitFiles(services);
}

std::vector<TextFile> filesFor(System system, const InstallServices& act) {
    return act.units.empty() ? filesFor(system, act.services) : act.units;
}

std::filesystem::path unitPlace(const std::string& key) {
    return places::unitFolder / pathOf(key);
}

std::optional<std::string> keyOfUnit(const std::filesystem::path& path) {
    return path.parent_path() == places::unitFolder ? std::optional(utf8(path.filename())) : std::nullopt;
}

} // namespace bes::services

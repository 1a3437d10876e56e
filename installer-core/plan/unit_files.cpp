// SPDX-License-Identifier: Apache-2.0
#include "plan/unit_files.hpp"

#include "plan/places.hpp"
#include "plan/unit_text.hpp"

namespace bes::plan {
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

std::vector<std::string> units(const std::vector<const Service*>& services) {
    std::vector<std::string> names;
    for (const Service* service : services)
        names.push_back(service->unit);
    return names;
}

/// Everything that starts before it, so that `After=` keeps the catalogue's order.
std::vector<std::string> after(const Service& service, const Composition& composition) {
    std::vector<std::string> earlier{"network-online.target"};
    for (const auto* services : {&composition.started, &composition.deferred})
        for (const Service* other : *services)
            if (other->startOrder < service.startOrder)
                earlier.push_back(other->unit);
    return earlier;
}

std::string serviceUnit(const Component& component, const Service& service, const Composition& composition) {
    const Request& request = composition.request;
    UnitText text;
    text.lines(madeBy);
    text.section("Unit");
    text.sentence("Description", "", service.displayName);
    text.set("Documentation", manual);
    text.names("After", after(service, composition));
    text.set("Wants", "network-online.target");
    text.names("PartOf",
               {service.startPolicy == StartPolicy::startAfterSetup ? standbyTarget : activeTarget});
    text.blank();
    text.section("Service");
    text.set("Type", "notify");
    text.command("ExecStart", request.installFolder / component.package / service.program, "--configuration",
                 standbyConfiguration(request));
    text.names("User", {request.serviceAccount});
    text.names("Group", {request.serviceAccount});
    text.lines("Restart=on-failure\nRestartSec=30\nTimeoutStartSec=60\nTimeoutStopSec=30\n");
    text.path("ReadWritePaths", request.logFolder);
    text.lines(hardening);
    return text.take();
}

std::string standbyTargetUnit(const Composition& composition) {
    UnitText text;
    text.lines(madeBy);
    text.section("Unit");
    text.sentence("Description", "Standby BlackBerry Enterprise Server ", composition.request.standbyName(),
                  " (services that start after setup)");
    text.set("Documentation", manual);
    text.names("Wants", units(composition.started));
    text.blank();
    text.section("Install");
    text.set("WantedBy", "multi-user.target");
    return text.take();
}

std::string activeTargetUnit(const Composition& composition) {
    UnitText text;
    text.lines(madeBy);
    text.lines("# The failover process starts this target when the standby promotes itself. It has no "
               "[Install] section\n# on purpose: nothing that boots may want it.\n");
    text.section("Unit");
    text.sentence("Description", "Active BlackBerry Enterprise Server ", composition.request.standbyName(),
                  " (deferred services)");
    text.set("Documentation", manual);
    text.names("Wants", units(composition.deferred));
    text.names("After", {standbyTarget});
    return text.take();
}

} // namespace

std::vector<TextFile> unitFiles(const Composition& composition) {
    std::vector<TextFile> files;
    for (const Component* component : composition.components)
        for (const Service& service : component->services)
            if (service.startPolicy != StartPolicy::runByDomino)
                files.push_back(
                    {unitFolder / service.unit, 0644, serviceUnit(*component, service, composition)});
    files.push_back({unitFolder / standbyTarget, 0644, standbyTargetUnit(composition)});
    files.push_back({unitFolder / activeTarget, 0644, activeTargetUnit(composition)});
    return files;
}

} // namespace bes::plan

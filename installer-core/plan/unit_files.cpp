#include "plan/unit_files.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "plan/places.hpp"

namespace bes::plan {
namespace {

constexpr const char* madeBy =
    "# Written by bes-standby-setup; a repair writes it again. Use drop-ins for changes.\n";

// What a program may do: listen and connect, read its configuration, write its logs. Nothing else on the
// computer.
constexpr const char* hardening = R"(NoNewPrivileges=yes
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

/// A text in a unit file: '%' begins a specifier there.
std::string escaped(std::string_view text) {
    std::string result;
    for (const char c : text)
        result += c == '%' ? std::string("%%") : std::string(1, c);
    return result;
}

/// A path, quoted, because a folder chosen by a person may hold blanks.
std::string word(const std::filesystem::path& path) {
    std::string result = "\"";
    for (const char c : escaped(path.string())) {
        if (c == '"' || c == '\\')
            result += '\\';
        result += c;
    }
    return result + "\"";
}

/// An argument of ExecStart=, in which "$" begins a variable; in its program, and in paths, it does not.
std::string argument(const std::filesystem::path& path) {
    std::string result;
    for (const char c : word(path))
        result += c == '$' ? std::string("$$") : std::string(1, c);
    return result;
}

/// Everything that starts before it, so that `After=` keeps the catalogue's order.
std::string after(const Service& service, const Wanted& wanted) {
    std::vector<std::string> earlier{"network-online.target"};
    for (const auto* services : {&wanted.started, &wanted.deferred})
        for (const Service* other : *services)
            if (other->startOrder < service.startOrder)
                earlier.push_back(other->unit);
    return fmt::format("{}", fmt::join(earlier, " "));
}

std::string serviceUnit(const Component& component, const Service& service, const Wanted& wanted) {
    const Request& request = wanted.request;
    const std::filesystem::path program = request.installFolder / component.package / service.program;
    const std::string wantedBy =
        service.startPolicy == StartPolicy::startAfterSetup ? standbyTarget : activeTarget;
    return fmt::format("{}[Unit]\nDescription={}\nDocumentation=man:bes-standby-setup(8)\nAfter={}\n"
                       "Wants=network-online.target\nPartOf={}\n\n"
                       "[Service]\nType=notify\nExecStart={} --configuration {}\nUser={}\nGroup={}\n"
                       "Restart=on-failure\nRestartSec=30\nTimeoutStartSec=60\nTimeoutStopSec=30\n"
                       "ReadWritePaths={}\n{}",
                       madeBy, escaped(service.displayName), after(service, wanted), wantedBy, word(program),
                       argument(standbyConfiguration(request)), request.serviceAccount,
                       request.serviceAccount, word(request.logFolder), hardening);
}

std::string standbyTargetUnit(const Wanted& wanted) {
    return fmt::format(
        "{}[Unit]\nDescription=Standby BlackBerry Enterprise Server {} (services that start after "
        "setup)\nDocumentation=man:bes-standby-setup(8)\nWants={}\n\n[Install]\n"
        "WantedBy=multi-user.target\n",
        madeBy, escaped(wanted.request.standbyName()), fmt::join(units(wanted.started), " "));
}

std::string activeTargetUnit(const Wanted& wanted) {
    return fmt::format(
        "{}# The failover process starts this target when the standby promotes itself. It has no "
        "[Install] section\n# on purpose: nothing that boots may want it.\n[Unit]\n"
        "Description=Active BlackBerry Enterprise Server {} (deferred services)\n"
        "Documentation=man:bes-standby-setup(8)\nWants={}\nAfter={}\n",
        madeBy, escaped(wanted.request.standbyName()), fmt::join(units(wanted.deferred), " "), standbyTarget);
}

} // namespace

std::vector<TextFile> unitFiles(const Wanted& wanted) {
    std::vector<TextFile> files;
    for (const Component* component : wanted.components)
        for (const Service& service : component->services)
            if (service.startPolicy != StartPolicy::runByDomino)
                files.push_back({unitFolder / service.unit, 0644, serviceUnit(*component, service, wanted)});
    files.push_back({unitFolder / standbyTarget, 0644, standbyTargetUnit(wanted)});
    files.push_back({unitFolder / activeTarget, 0644, activeTargetUnit(wanted)});
    return files;
}

} // namespace bes::plan

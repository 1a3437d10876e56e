// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/rules.hpp"
#include "text/lists.hpp"

namespace bes::check {
namespace {

Remedy listPorts() {
    return {"List the ports in use", {}, "ss -lntup"};
}

std::string described(const PortHolder& holder) {
    if (holder.program.empty() && holder.process == 0)
        return "It is used by an unknown program";
    const std::string text = "It is used by " + (holder.program.empty() ? "a program" : holder.program);
    return holder.process == 0 ? text : text + " (process " + std::to_string(holder.process) + ")";
}

Finding judge(const Service& service, const Port& port, const PortHolder& holder) {
    const std::string title = std::string(toString(port.protocol)) + " port " + std::to_string(port.number) +
                              ", required by " + service.displayName + ", is in use";
    const std::string remedy = "Stop that program, or give it another port";
    if (service.startPolicy == StartPolicy::startAfterSetup)
        return blocker(ExitCode::ports, "ports.free", title, described(holder), remedy);
    return warning("ports.free", title, described(holder) + "; the service starts at a failover", remedy);
}

Finding notLookedAt(const Service& service, const std::string& port) {
    return warning("ports.free", "Setup can't tell whether " + port + " is free",
                   service.displayName + " requires it", listPorts());
}

struct ListeningPort {
    const Service* service = nullptr;
    const Port* port = nullptr;
};

std::vector<ListeningPort> listeningPorts(const std::vector<const Component*>& components) {
    std::vector<ListeningPort> found;
    for (const Component* component : components)
        for (const Service& service : component->services)
            for (const Port& port : service.ports)
                if (port.direction == PortDirection::listen &&
                    service.startPolicy != StartPolicy::runByDomino)
                    found.push_back({&service, &port});
    return found;
}

Findings checkFree(const std::vector<ListeningPort>& needed, const Fact<std::vector<PortUse>>& ports) {
    if (!ports.known())
        return {warning("ports.free", "Setup can't tell whether the required ports are free", ports.reason(),
                        listPorts())};
    Findings findings;
    std::vector<std::string> free;
    for (const auto& [service, port] : needed) {
        const std::string label = std::string(toString(port->protocol)) + " " + std::to_string(port->number);
        const auto use = std::ranges::find_if(ports.value(), [&](const PortUse& candidate) {
            return candidate.protocol == port->protocol && candidate.number == port->number;
        });
        if (use == ports.value().end())
            findings.push_back(notLookedAt(*service, label));
        else if (const std::optional<PortHolder>& holder = use->holder)
            findings.push_back(judge(*service, *port, *holder));
        else
            free.push_back(label);
    }
    if (findings.empty())
        findings.push_back(
            passed("ports.free", "The ports of the services are free", listed(free, free.size())));
    return findings;
}

} // namespace

Findings checkPorts(const Situation& situation) {
    // Nothing is started into an image, and with a receipt the ports may be held by the standby itself.
    if (!situation.choiceKnown || situation.receipt != nullptr || !situation.request.onRunningSystem())
        return {};
    return checkFree(listeningPorts(situation.components), situation.facts.ports);
}

Findings checkNewPorts(const Situation& situation, const std::vector<const Component*>& then) {
    if (situation.media == nullptr || !situation.request.onRunningSystem())
        return {};
    std::vector<const Component*> installed;
    for (const std::string& id : situation.receipt->components)
        installed.push_back(situation.receipt->catalog.find(id));
    const std::vector<ListeningPort> before = listeningPorts(installed);
    std::vector<ListeningPort> needed = listeningPorts(then);
    std::erase_if(needed, [&](const ListeningPort& port) {
        return std::ranges::any_of(before, [&](const ListeningPort& held) {
            return held.port->protocol == port.port->protocol && held.port->number == port.port->number;
        });
    });
    return needed.empty() ? Findings() : checkFree(needed, situation.facts.ports);
}

} // namespace bes::check

#include <algorithm>

#include "check/rules.hpp"

namespace bes::check {
namespace {

std::string holderOf(const PortUse& use) {
    if (use.holder->program.empty() && use.holder->process == 0)
        return "a program that could not be found out";
    std::string text = use.holder->program.empty() ? "a program" : use.holder->program;
    return use.holder->process == 0 ? text : text + " (process " + std::to_string(use.holder->process) + ")";
}

Finding judge(const Service& service, const Port& port, const PortUse& use) {
    const std::string title = std::string(toString(port.protocol)) + " port " + std::to_string(port.number) +
                              ", which " + service.displayName + " needs, is in use";
    const std::string remedy = "End that program or give it another port";
    if (service.startPolicy == StartPolicy::startAfterSetup)
        return blocker(ExitCode::ports, "ports.free", title, "It is held by " + holderOf(use), remedy);
    return warning("ports.free", title,
                   "It is held by " + holderOf(use) + "; the service starts with a failover", remedy);
}

} // namespace

Findings checkPorts(const Situation& now) {
    // Nothing is started into an image, and with a receipt the ports may be held by the standby itself.
    if (!now.choiceKnown || now.receipt != nullptr || !now.request.onRunningSystem())
        return {};
    const auto& ports = now.facts.ports;
    if (!ports.known())
        return {warning("ports.free", "It is not known whether the needed ports are free", ports.reason(),
                        "Look with: ss -lntup")};
    Findings findings;
    std::vector<std::string> free;
    for (const Component* component : now.components)
        for (const Service& service : component->services)
            for (const Port& port : service.ports) {
                const auto use = std::ranges::find_if(ports.value(), [&](const PortUse& candidate) {
                    return candidate.protocol == port.protocol && candidate.number == port.number;
                });
                if (port.direction != PortDirection::listen ||
                    service.startPolicy == StartPolicy::runByDomino || use == ports.value().end())
                    continue;
                if (use->holder)
                    findings.push_back(judge(service, port, *use));
                else
                    free.push_back(std::string(toString(port.protocol)) + " " + std::to_string(port.number));
            }
    if (findings.empty())
        findings.push_back(
            passed("ports.free", "The ports of the services are free", listed(free, free.size())));
    return findings;
}

} // namespace bes::check

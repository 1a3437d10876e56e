// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include "maintenance.hpp"
#include "recovery.hpp"
#include "setup.hpp"
#include "unit/core/dying_run.hpp"

using namespace bes;

namespace {

/// For who wonders why it did not die.
void tell(const Failure& failure) {
    std::cerr << failure.what << ": " << failure.why << '\n';
}

void tell(const RunOutcome& outcome) {
    for (const Finding& finding : outcome.findings)
        if (finding.severity == Severity::blocker)
            std::cerr << finding.id << ": " << finding.evidence << '\n';
}

void tell(RecoveryOutcome /*outcome*/) {
}

} // namespace

void carryOut(const EngineOrder& order, Progress& progress) {
    const auto tellOf = [](const auto& outcome) { outcome ? tell(*outcome) : tell(outcome.error()); };
    if (order.recovery)
        tellOf(recover(order.request.root, *order.recovery, {Secret(), progress, {}}));
    else if (order.maintenance)
        tellOf(maintain(order.request, *order.maintenance, {{}, progress, {}}));
    else
        tellOf(install(order.request, {Passwords(), progress, {}}));
}

EngineOrder orderToInstall(const Request& request) {
    EngineOrder order;
    order.request = request;
    return order;
}

EngineOrder orderToMaintain(const Request& installed, const Maintenance& wanted) {
    EngineOrder order = orderToInstall(installed);
    order.maintenance = wanted;
    return order;
}

EngineOrder orderToRecover(const std::filesystem::path& root, Recovery how) {
    EngineOrder order;
    order.request.root = root;
    order.recovery = how;
    return order;
}

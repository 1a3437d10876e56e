// SPDX-License-Identifier: Apache-2.0
#include "setup.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "apply/apply.hpp"
#include "check/check.hpp"
#include "detect/detect.hpp"
#include "detect/looks.hpp"
#include "host/interruption.hpp"
#include "journal/run_under_way.hpp"
#include "journal/state_folder.hpp"
#include "maintenance.hpp"
#include "model/try.hpp"
#include "plan/make_plan.hpp"
#include "runs.hpp"

namespace bes {
namespace {

/// What the Domino servers said a moment ago; null: they are to be asked.
using Asked = const Fact<domino::DominoFacts>*;

Inspection inspectWith(const Request& request, const Passwords& passwords, const Looking& looking) {
    if (const auto upgrade = upgradeAskedBy(request, passwords.database))
        return inspectInstalled(*upgrade, {.kind = Maintenance::Kind::upgrade}, passwords.database);
    return judge(detect::detect(request, passwords, {}, looking.asked, looking.stop), request);
}

/// Looks, and refuses where the plan that was made before is not the plan that would be made now.
Result<Inspection> look(const Request& request, const Plan* made, const RunTools& tools, Asked asked) {
    Inspection inspection = inspectWith(request, tools.passwords, {asked, tools.stop});
    if (tools.stop.stop_requested())
        return fail(host::cancelled()); // some of it was cut off
    if (made && inspection.plan)
        TRY(expectSame(*made, *inspection.plan));
    return inspection;
}

Result<RunOutcome> installUnderLock(const Request& request, const Plan* made, const RunTools& runTools,
                                    Asked asked) {
    const apply::Tools tools = applyTools(runTools);
    TRY_ASSIGN(const auto held, lockAndRecover(request, tools));
    return look(request, made, runTools, asked).and_then([&](Inspection inspection) {
        return execute(std::move(inspection), tools);
    });
}

Result<RunOutcome> installAs(const Request& request, const Plan* made, const RunTools& runTools) {
    const apply::Tools tools = applyTools(runTools);
    const auto interrupted = interruptedRun(host::Root(request.root));
    // what keeps the journal from being believed is one of the findings
    if (!interrupted && interrupted.error().code != ExitCode::blocked)
        return fail(interrupted.error());
    if ((interrupted && *interrupted) || publicReceiptDiffers(host::Root(request.root)))
        return installUnderLock(request, made, runTools, nullptr);
    // a refused run leaves no trace, so the first look comes before the lock, whose file is a trace
    TRY_ASSIGN(auto inspection, look(request, made, runTools, nullptr));
    if (!inspection.plan || inspection.plan->steps.empty())
        return execute(std::move(inspection), tools);
    return installUnderLock(request, made, runTools, &inspection.facts.domino);
}

std::vector<ServiceStatus> servicesOf(const Receipt& receipt, host::ServiceControl& control) {
    std::vector<ServiceStatus> services;
    for (const std::string& id : receipt.components) {
        const Component* component = receipt.catalog.find(id);
        if (!component)
            continue;
        for (const Service& service : component->services)
            services.push_back(
                {id, service, control.state(service.unit).value_or(host::ServiceState::absent)});
    }
    std::ranges::stable_sort(services, {}, [](const ServiceStatus& s) { return s.service.startOrder; });
    return services;
}

std::vector<std::string> dominoTasksOf(const Receipt& receipt) {
    std::vector<std::string> tasks;
    for (const std::string& id : receipt.components)
        if (const Component* component = receipt.catalog.find(id); component && component->dominoTask)
            tasks.push_back(*component->dominoTask);
    return tasks;
}

/// A run that is under way is not interrupted. It may have begun, or ended, since it was looked first.
void addRunUnderWay(StandbyStatus& status, std::optional<host::LockHolder> before, const host::Root& root) {
    status.underWay = before ? std::move(before) : journal::runUnderWay(root);
    if (!status.underWay)
        return;
    status.unfinishedRun.reset();
    status.notYetUndone.clear();
    status.notYetDone.clear();
}

/// A run that has only to be tidied up after is no longer of interest.
void addInterruption(StandbyStatus& status, apply::Interruption interruption) {
    status.notYetUndone = std::move(interruption.notYetUndone);
    status.notYetDone = std::move(interruption.notYetDone);
    if (!status.notYetDone.empty())
        status.unfinishedRun = std::move(interruption.run);
}

} // namespace

Inspection inspect(const Request& request, const Passwords& passwords, const Looking& looking) {
    return inspectWith(request, passwords, looking);
}

Inspection judge(Facts facts, const Request& request) {
    Inspection inspection{std::move(facts), {}, {}};
    inspection.findings = check::check(inspection.facts, request);
    if (!blocks(inspection.findings))
        inspection.plan = plan::makePlan(inspection.facts, request);
    return inspection;
}

Result<RunOutcome> install(const Request& request, const RunTools& tools) {
    return installAs(request, nullptr, tools);
}

Result<RunOutcome> install(const Plan& made, const RunTools& tools) {
    return installAs(made.request, &made, tools);
}

Result<StandbyStatus> status(const std::filesystem::path& root) {
    Request request;
    request.root = root;
    auto underWay = journal::runUnderWay(host::Root(root));
    if (auto own = journal::expectOwnState(host::Root(root)); !own && own.error().id != "state.private")
        return fail(std::move(own.error()));
    const detect::Past past = detect::lookAtJournal(request);
    if (!past.installed.known() || (!past.unfinishedRun.known() && !past.fromPublicReceipt)) {
        StandbyStatus unreadable;
        addRunUnderWay(unreadable, std::move(underWay), host::Root(root));
        unreadable.readable = false;
        if (past.fromPublicReceipt) {
            unreadable.whyUnreadable = past.installed.reason();
            unreadable.remedy = past.remedy;
        }
        if (unreadable.underWay || past.fromPublicReceipt)
            return unreadable;
        return fail(ExitCode::failed, "status.journal", "Setup can't read what is installed",
                    past.installed.known() ? past.unfinishedRun.reason() : past.installed.reason(),
                    past.remedy.empty() ? "Run the command as an administrator." : past.remedy);
    }
    const auto control = host::ServiceControl::open(host::Root(root));
    StandbyStatus status;
    status.serviceManager = control->managerState();
    status.interruptionKnown = past.unfinishedRun.known();
    if (status.interruptionKnown)
        status.unfinishedRun = past.unfinishedRun.value();
    if (auto looked = apply::lookAtInterruptedRun(host::Root(root)); looked && *looked)
        addInterruption(status, std::move(**looked));
    if (const auto& installed = past.installed.value()) {
        status.receipt = installed->receipt;
        status.damage = installed->damage;
        status.services = servicesOf(*status.receipt, *control);
        status.dominoTasks = dominoTasksOf(*status.receipt);
    }
    addRunUnderWay(status, std::move(underWay), host::Root(root));
    return status;
}

std::vector<NotesIni> dominoServersHere(const Request& request) {
    const auto found = detect::lookForNotesInis(request);
    return found.known() ? found.value() : std::vector<NotesIni>();
}

domino::Readiness readiness(const Receipt& receipt, const std::filesystem::path& root, std::stop_token stop) {
    Request request = receipt.request;
    request.root = root;
    return domino::readinessOf(detect::askDomino(request, receipt.primaryDominoServer,
                                                 detect::lookForNotesIni(request), domino::readinessTopics(),
                                                 std::move(stop)));
}

} // namespace bes

#include "maintenance.hpp"

#include "apply/apply.hpp"
#include "check/maintenance.hpp"
#include "detect/detect.hpp"
#include "journal/journal.hpp"
#include "plan/change.hpp"
#include "plan/removal.hpp"
#include "run_begin.hpp"

namespace bes {
namespace {

struct Order {
    const Request& installed;
    const Maintenance& wanted;
    const Plan* made; ///< null: none was made before
};

Result<MaintenanceOutcome> execute(Inspection inspection, const Order& order, const apply::Tools& tools) {
    MaintenanceOutcome outcome;
    outcome.findings = std::move(inspection.findings);
    if (!inspection.plan) {
        outcome.kind = MaintenanceOutcome::Kind::blocked;
        return outcome;
    }
    if (order.made != nullptr)
        if (auto same = expectSame(*order.made, *inspection.plan); !same)
            return fail(std::move(same.error()));
    outcome.plan = std::move(*inspection.plan);
    if (outcome.plan.steps.empty()) {
        outcome.kind = MaintenanceOutcome::Kind::nothingToDo;
        return outcome;
    }
    if (order.wanted.kind == Maintenance::Kind::remove)
        outcome.stays = plan::staysAfterRemoval(inspection.facts, order.installed, order.wanted);
    const auto run = apply::apply(outcome.plan, tools);
    if (!run)
        return fail(run.error());
    outcome.run = *run;
    return outcome;
}

bool nothingInstalled(const Inspection& inspection) {
    const auto& installed = inspection.facts.installed;
    return installed.known() && !installed.value();
}

Result<MaintenanceOutcome> maintainUnderLock(const Order& order, bool interrupted,
                                             const apply::Tools& tools) {
    const auto held = lockAndRecover(order.installed, tools);
    if (!held)
        return fail(held.error());
    Inspection inspection = inspectInstalled(order.installed, order.wanted, tools.databasePassword);
    // what was asked for has come true by ending the run that was interrupted
    if (interrupted && order.wanted.kind == Maintenance::Kind::remove && nothingInstalled(inspection)) {
        MaintenanceOutcome outcome;
        outcome.kind = MaintenanceOutcome::Kind::nothingToDo;
        return outcome;
    }
    return execute(std::move(inspection), order, tools);
}

Result<MaintenanceOutcome> maintainAs(const Order& order, const RunTools& runTools) {
    const apply::Tools tools{runTools.passwords.database, runTools.progress, runTools.stop};
    const auto interrupted = interruptedRun(host::Root(order.installed.root));
    if (!interrupted)
        return fail(interrupted.error());
    if (!*interrupted) {
        // a refused run leaves no trace, so the first look comes before the lock, whose file is a trace
        Inspection inspection = inspectInstalled(order.installed, order.wanted, tools.databasePassword);
        if (!inspection.plan || inspection.plan->steps.empty())
            return execute(std::move(inspection), order, tools);
    }
    return maintainUnderLock(order, *interrupted, tools);
}

} // namespace

Result<Request> requestOfInstalled(const Request& request) {
    auto journal = journal::Journal::openExisting(host::Root(request.root));
    if (!journal)
        return fail(journal.error());
    if (!*journal)
        return request;
    const auto receipt = (*journal)->receipt();
    if (!receipt)
        return fail(receipt.error());
    return *receipt ? requestOfInstalled(**receipt, request) : request;
}

Request requestOfInstalled(const Receipt& receipt, const Request& request) {
    Request installed = receipt.request;
    installed.root = request.root;
    if (!request.database.location.empty())
        installed.database = request.database;
    if (!request.media.empty())
        installed.media = request.media;
    if (!request.trust.empty())
        installed.trust = request.trust;
    installed.allowUnsignedMedia = installed.allowUnsignedMedia || request.allowUnsignedMedia;
    return installed;
}

Inspection inspectInstalled(const Request& installed, const Maintenance& wanted,
                            const Secret& databasePassword) {
    const bool everyFile = wanted.kind != Maintenance::Kind::remove;
    return judgeInstalled(detect::detectInstalled(installed, databasePassword, everyFile), installed, wanted);
}

Inspection judgeInstalled(Facts facts, const Request& installed, const Maintenance& wanted) {
    const bool removal = wanted.kind == Maintenance::Kind::remove;
    Inspection inspection{std::move(facts), {}, {}};
    inspection.findings = check::checkMaintenance(inspection.facts, installed, wanted);
    if (!removal && !blocks(inspection.findings) &&
        (!wanted.add.empty() || plan::needsMedia(inspection.facts, installed, wanted)))
        for (Finding& finding : check::checkSameMedia(inspection.facts, installed))
            inspection.findings.push_back(std::move(finding));
    if (!blocks(inspection.findings))
        inspection.plan = removal ? plan::makeRemoval(inspection.facts, installed, wanted)
                                  : plan::makeChange(inspection.facts, installed, wanted);
    return inspection;
}

Result<MaintenanceOutcome> maintain(const Request& installed, const Maintenance& wanted,
                                    const RunTools& tools) {
    return maintainAs({installed, wanted, nullptr}, tools);
}

Result<MaintenanceOutcome> maintain(const Plan& made, const Maintenance& wanted, const RunTools& tools) {
    return maintainAs({made.request, wanted, &made}, tools);
}

} // namespace bes

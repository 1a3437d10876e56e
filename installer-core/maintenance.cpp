#include "maintenance.hpp"

#include <iterator>

#include "apply/apply.hpp"
#include "check/maintenance.hpp"
#include "check/upgrade.hpp"
#include "detect/detect.hpp"
#include "journal/journal.hpp"
#include "journal/public_receipt.hpp"
#include "plan/change.hpp"
#include "plan/removal.hpp"
#include "recovery.hpp"
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
    auto applied = apply::apply(outcome.plan, tools);
    if (!applied)
        return fail(applied.error());
    outcome.run = std::move(applied->run);
    outcome.notStarted = std::move(applied->notStarted);
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
    if (!*interrupted && !publicReceiptDiffers(host::Root(order.installed.root))) {
        // a refused run leaves no trace, so the first look comes before the lock, whose file is a trace
        Inspection inspection = inspectInstalled(order.installed, order.wanted, tools.databasePassword);
        if (!inspection.plan || inspection.plan->steps.empty())
            return execute(std::move(inspection), order, tools);
    }
    return maintainUnderLock(order, *interrupted, tools);
}

/// The database that is named now, or the known one, with the password that is named now.
DatabaseAddress given(const DatabaseAddress& now, DatabaseAddress known) {
    if (now.complete() || !now.isFile())
        return now;
    if (!now.password.text.empty())
        known.password = now.password;
    return known;
}

void append(std::vector<Finding>& all, std::vector<Finding> more) {
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

bool needsSameMedia(const Facts& facts, const Request& installed, const Maintenance& wanted) {
    using enum Maintenance::Kind;
    if (wanted.kind == remove || wanted.kind == upgrade)
        return false;
    return !wanted.add.empty() || plan::needsMedia(facts, installed, wanted);
}

/// What only the plan tells: how much is unpacked, and what has to make room.
std::vector<Finding> checkPlanned(const Facts& facts, const Request& installed, const Plan& plan) {
    std::vector<Finding> findings;
    for (const Step& step : plan.steps) {
        if (const auto* stage = std::get_if<StagePackages>(&step.action))
            append(findings, check::checkStaging(facts, installed, stage->packages));
        if (step.id == "files.clear")
            append(findings, check::checkClearing(facts, std::get<TakeOutFiles>(step.action)));
    }
    return findings;
}

} // namespace

Result<Request> requestOfInstalled(const Request& request) {
    const host::Root root(request.root);
    auto journal = journal::Journal::openExisting(root);
    if (!journal && journal.error().id == "state.private") // what everybody may read is enough for a look
        return journal::publicReceipt(root).map([&](const std::optional<Receipt>& receipt) {
            return receipt ? requestOfInstalled(*receipt, request) : request;
        });
    if (!journal)
        return fail(causeOf(journal.error(), root));
    if (!*journal)
        return request;
    const auto receipt = (*journal)->receipt();
    if (!receipt)
        return fail(causeOf(receipt.error(), root));
    if (*receipt)
        return requestOfInstalled(**receipt, request);
    // a removal that was interrupted has no receipt any more, and may have to settle with its database
    return apply::lookAtInterruptedRun(root).map([&](const std::optional<Interruption>& interrupted) {
        Request left = request;
        if (interrupted)
            left.database = given(request.database, interrupted->database);
        return left;
    });
}

Request requestOfInstalled(const Receipt& receipt, const Request& request) {
    Request installed = receipt.request;
    installed.root = request.root;
    installed.database = given(request.database, installed.database);
    if (!request.media.empty())
        installed.media = request.media;
    if (!request.trust.empty())
        installed.trust = request.trust;
    installed.acceptLicense = request.acceptLicense; // of this media, not of what was installed
    installed.onStartFailure = request.onStartFailure;
    installed.existingFiles = request.existingFiles;
    installed.allowUnsignedMedia = installed.allowUnsignedMedia || request.allowUnsignedMedia;
    return installed;
}

std::optional<Request> upgradeAskedBy(const Request& request, const Secret& databasePassword) {
    if (!check::asksForUpgrade(detect::detectForUpgrade(request, databasePassword), request))
        return std::nullopt;
    auto installed = requestOfInstalled(request);
    return installed ? std::optional(std::move(*installed)) : std::nullopt;
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
    if (blocks(inspection.findings))
        return inspection;
    if (needsSameMedia(inspection.facts, installed, wanted))
        append(inspection.findings, check::checkSameMedia(inspection.facts, installed));
    if (blocks(inspection.findings))
        return inspection;
    Plan plan = removal ? plan::makeRemoval(inspection.facts, installed, wanted)
                        : plan::makeChange(inspection.facts, installed, wanted);
    append(inspection.findings, checkPlanned(inspection.facts, installed, plan));
    if (!blocks(inspection.findings))
        inspection.plan = std::move(plan);
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

// SPDX-License-Identifier: Apache-2.0
#include "maintenance.hpp"

#include <algorithm>
#include <iterator>

#include "apply/apply.hpp"
#include "check/check.hpp"
#include "check/upgrade.hpp"
#include "detect/detect.hpp"
#include "journal/journal.hpp"
#include "journal/public_receipt.hpp"
#include "model/places.hpp"
#include "model/try.hpp"
#include "plan/change.hpp"
#include "plan/removal.hpp"
#include "recovery.hpp"
#include "runs.hpp"

namespace bes {
namespace {

/// What one run of maintenance shall do.
struct Job {
    const Request& installed;
    const Maintenance& maintenance;
    const Plan* made; ///< null: none was made before
};

Result<RunOutcome> executeAs(const Job& job, Inspection inspection, const apply::Tools& tools) {
    if (job.made != nullptr && inspection.plan)
        TRY(expectSame(*job.made, *inspection.plan));
    std::vector<std::string> stays;
    if (job.maintenance.kind == Maintenance::Kind::remove && inspection.plan &&
        !inspection.plan->steps.empty())
        stays = plan::staysAfterRemoval(inspection.facts, job.installed, job.maintenance);
    auto outcome = execute(std::move(inspection), tools);
    if (outcome)
        outcome->stays = std::move(stays);
    return outcome;
}

bool nothingInstalled(const Inspection& inspection) {
    const auto& installed = inspection.facts.installed;
    return installed.known() && !installed.value();
}

Result<RunOutcome> maintainUnderLock(const Job& job, bool interrupted, const apply::Tools& tools) {
    TRY_ASSIGN(const auto held, lockAndRecover(job.installed, tools));
    Inspection inspection = inspectInstalled(job.installed, job.maintenance, tools.databasePassword);
    // what was asked for has come true by ending the run that was interrupted
    if (interrupted && job.maintenance.kind == Maintenance::Kind::remove && nothingInstalled(inspection)) {
        RunOutcome outcome;
        outcome.kind = RunOutcome::Kind::nothingToDo;
        return outcome;
    }
    return executeAs(job, std::move(inspection), tools);
}

Result<RunOutcome> maintainAs(const Job& job, const RunTools& runTools) {
    const apply::Tools tools = applyTools(runTools);
    TRY_ASSIGN(const auto interrupted, interruptedRun(host::Root(job.installed.root)));
    if (!interrupted && !publicReceiptDiffers(host::Root(job.installed.root))) {
        // a refused run leaves no trace, so the first look comes before the lock, whose file is a trace
        Inspection inspection = inspectInstalled(job.installed, job.maintenance, tools.databasePassword);
        if (!inspection.plan || inspection.plan->steps.empty())
            return executeAs(job, std::move(inspection), tools);
    }
    return maintainUnderLock(job, interrupted, tools);
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

bool needsSameMedia(const Facts& facts, const Request& installed, const Maintenance& maintenance) {
    using enum Maintenance::Kind;
    if (maintenance.kind == remove || maintenance.kind == upgrade)
        return false;
    return !maintenance.add.empty() || plan::needsMedia(facts, installed, maintenance);
}

/// Of a plan that unpacks nothing: it needs little, and may be what makes room. So it is told, and never
/// refused.
std::vector<Finding> roomWithoutPackages(const Facts& facts, const Request& installed) {
    std::vector<Finding> findings = check::checkStaging(facts, installed, {});
    std::erase_if(findings, [](const Finding& finding) { return finding.severity != Severity::passed; });
    return findings;
}

/// What only the plan tells: how much is unpacked, and what has to make room.
std::vector<Finding> checkPlanned(const Facts& facts, const Request& installed, const Plan& plan) {
    std::vector<Finding> findings;
    const bool unpacks = std::ranges::any_of(
        plan.steps, [](const Step& step) { return std::holds_alternative<StagePackages>(step.action); });
    if (!unpacks && !plan.steps.empty())
        append(findings, roomWithoutPackages(facts, installed));
    for (const Step& step : plan.steps) {
        if (const auto* stage = std::get_if<StagePackages>(&step.action))
            append(findings, check::checkStaging(facts, installed, stage->packages));
        const auto* removal = std::get_if<RemoveFiles>(&step.action);
        if (removal != nullptr && removal->backup == places::clearedFolder(installed.installFolder))
            append(findings, check::checkClearing(facts, *removal));
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

Inspection inspectInstalled(const Request& installed, const Maintenance& maintenance,
                            const Secret& databasePassword) {
    const bool everyFile = maintenance.kind != Maintenance::Kind::remove;
    return judgeInstalled(detect::detectInstalled(installed, databasePassword, everyFile), installed,
                          maintenance);
}

Inspection judgeInstalled(Facts facts, const Request& installed, const Maintenance& maintenance) {
    const bool removal = maintenance.kind == Maintenance::Kind::remove;
    Inspection inspection{std::move(facts), {}, {}};
    inspection.findings = check::checkMaintenance(inspection.facts, installed, maintenance);
    if (blocks(inspection.findings))
        return inspection;
    if (needsSameMedia(inspection.facts, installed, maintenance))
        append(inspection.findings, check::checkSameMedia(inspection.facts, installed));
    if (blocks(inspection.findings))
        return inspection;
    Plan plan = removal ? plan::makeRemoval(inspection.facts, installed, maintenance)
                        : plan::makeChange(inspection.facts, installed, maintenance);
    append(inspection.findings, checkPlanned(inspection.facts, installed, plan));
    if (!blocks(inspection.findings))
        inspection.plan = std::move(plan);
    return inspection;
}

Result<RunOutcome> maintain(const Request& installed, const Maintenance& maintenance, const RunTools& tools) {
    return maintainAs({installed, maintenance, nullptr}, tools);
}

Result<RunOutcome> maintain(const Plan& made, const Maintenance& maintenance, const RunTools& tools) {
    return maintainAs({made.request, maintenance, &made}, tools);
}

} // namespace bes

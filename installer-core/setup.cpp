// SPDX-License-Identifier: Apache-2.0
#include "setup.hpp"

#include <algorithm>

#include "apply/apply.hpp"
#include "check/check.hpp"
#include "detect/detect.hpp"
#include "detect/looks.hpp"
#include "host/interruption.hpp"
#include "maintenance.hpp"
#include "media/media.hpp"
#include "model/findings.hpp"
#include "model/try.hpp"
#include "plan/make_plan.hpp"
#include "runs.hpp"
#include "text/quantities.hpp"

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
    const auto domino = std::move(inspection.facts.domino);
    inspection = {}; // it is looked once more, and a plan of many files is not small
    return installUnderLock(request, made, runTools, &domino);
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

std::vector<std::string> stagedPackages(const Plan& plan) {
    for (const Step& step : plan.steps)
        if (const auto* stage = std::get_if<StagePackages>(&step.action))
            return stage->packages;
    return {};
}

Result<std::optional<Finding>> checkPackages(const Inspection& inspection, const std::stop_token& stop) {
    if (!inspection.plan || !inspection.facts.media.known())
        return std::nullopt;
    MediaManifest manifest = inspection.facts.media.value().manifest;
    const std::vector<std::string> staged = stagedPackages(*inspection.plan);
    std::erase_if(manifest.packages,
                  [&](const Package& package) { return std::ranges::count(staged, package.id) == 0; });
    if (manifest.packages.empty())
        return std::nullopt;
    const auto read = media::verifyPackages(
        inspection.plan->request.media, manifest, [](std::uint64_t) {}, stop);
    if (stop.stop_requested())
        return fail(host::cancelled());
    if (!read)
        return blocker(ExitCode::media, "media.packages", "A package of the media is damaged",
                       read.error().why, "Copy the media again from its source");
    return passed("media.packages", "The packages of the media are intact",
                  counted(manifest.packages.size(), "package") + " read and compared with media.json");
}

Result<RunOutcome> install(const Request& request, const RunTools& tools) {
    return installAs(request, nullptr, tools);
}

Result<RunOutcome> install(const Plan& made, const RunTools& tools) {
    return installAs(made.request, &made, tools);
}

DominoLook askDominoServers(const Request& request, const Passwords& passwords, std::stop_token stop) {
    Facts facts;
    facts.database = detect::lookAtDatabase(request, passwords.database);
    facts.notesIni = detect::lookForNotesIni(request);
    facts.domino = detect::lookAtDomino(request, passwords.dominoHttp, facts, std::move(stop));
    return {.notesIni = std::move(facts.notesIni), .domino = std::move(facts.domino)};
}

std::vector<NotesIni> dominoServersHere(const Request& request) {
    const auto found = detect::lookForNotesInis(request);
    return found.known() ? found.value() : std::vector<NotesIni>();
}

} // namespace bes

// SPDX-License-Identifier: Apache-2.0
#include "commands/commands.hpp"

#include <algorithm>
#include <iterator>

#include "host/interruption.hpp"
#include "missing_answers.hpp"
#include "model/try.hpp"
#include "output/document.hpp"
#include "output/facts_view.hpp"
#include "output/findings_view.hpp"
#include "output/maintenance_view.hpp"
#include "output/plan_view.hpp"
#include "output/waiting_note.hpp"
#include "password.hpp"
#include "setup.hpp"

namespace bes::app {
namespace po = boost::program_options;
namespace {

/// What the computer, the database and the media look like for these answers.
Result<Inspection> inspectFor(const Invocation& invocation, const answers::Answers& answers) {
    TRY_ASSIGN(const auto passwords, passwordsOf(invocation, answers.request, answers.plainSecrets));
    const WaitingNote note(invocation.console, lookingAround);
    const std::stop_token stop = host::stopOnSignals();
    auto inspection = inspect(answers.request, passwords, {nullptr, stop});
    if (stop.stop_requested())
        return fail(host::cancelled()); // some of it was cut off
    return inspection;
}

/// The installation would find a damaged package in its first step, and roll back.
Result<void> readPackages(const Invocation& invocation, Inspection& inspection) {
    const WaitingNote note(invocation.console, "Reading the packages of the media ...");
    TRY_ASSIGN(auto finding, checkPackages(inspection, host::stopOnSignals()));
    if (!finding)
        return {};
    auto& all = inspection.findings;
    const auto complete = std::ranges::find(all, "media.complete", &Finding::id); // what it goes on from
    all.insert(complete == all.end() ? complete : std::next(complete), std::move(*finding));
    return {};
}

Result<ExitCode> detect(const Invocation& invocation) {
    TRY_ASSIGN(const auto answers, invocation.answers());
    TRY_ASSIGN(const auto inspection, inspectFor(invocation, answers));
    if (invocation.json())
        write(toJson(inspection.facts), invocation.console.out);
    else
        showFacts(inspection.facts, invocation.console.out);
    return ExitCode::success;
}

Result<ExitCode> check(const Invocation& invocation) {
    TRY_ASSIGN(const auto answers, invocation.answers());
    if (answers.request == Request{})
        return missingAnswersFailure(answers.request); // nothing was asked: no reason to look at anything
    TRY_ASSIGN(auto inspection, inspectFor(invocation, answers));
    TRY(readPackages(invocation, inspection));
    if (invocation.json())
        write(findingsDocument(inspection.findings), invocation.console.out);
    else
        showFindings(inspection.findings,
                     invocation.line.has("all") ? FindingsShown::all : FindingsShown::notices,
                     invocation.console.out);
    return exitCodeOf(inspection.findings);
}

Result<ExitCode> plan(const Invocation& invocation) {
    TRY_ASSIGN(const auto answers, invocation.answers());
    if (!answers::missingAnswers(answers.request).empty())
        return missingAnswersFailure(answers.request);
    TRY_ASSIGN(const auto inspection, inspectFor(invocation, answers));
    Page& page = invocation.console.out;
    if (!inspection.plan) {
        if (invocation.json())
            write(findingsDocument(inspection.findings), page);
        else
            showFindings(inspection.findings, FindingsShown::problems, page);
        return exitCodeOf(inspection.findings);
    }
    if (invocation.json())
        page.stream() << formatPlan(*inspection.plan);
    else if (inspection.plan->command == "upgrade")
        showMaintenancePlan(*inspection.plan, inspection.findings, {}, page);
    else
        showPlan(*inspection.plan, inspection.findings, page);
    return ExitCode::success;
}

po::options_description checkOptions() {
    po::options_description options;
    options.add_options()("all", "Also list passed checks.");
    return options;
}

} // namespace

std::vector<Command> inspectionCommands() {
    return {
        {.name = "detect",
         .summary = "Show what setup detects: computer, database, media",
         .details = "Changes nothing and checks nothing. Setup only reads what the answers name.",
         .answers = answers::allAnswers(),
         .run = detect,
         .onlyShows = true},
        {.name = "check",
         .summary = "Check whether a standby can be installed here",
         .details =
             "Changes nothing. Shows all problems at once, each with its remedy. Where nothing else is "
             "wrong, it also reads every package, which takes as long as the media is large. The "
             "exit code is the one that an installation would have.",
         .options = checkOptions(),
         .answers = answers::allAnswers(),
         .run = check,
         .onlyShows = true},
        {.name = "plan",
         .summary = "Show what an installation would do, step by step",
         .details =
             "Changes nothing. To execute a plan later, save the output of 'plan --json' and run 'install "
             "--plan FILE'.",
         .answers = answers::allAnswers(),
         .run = plan,
         .onlyShows = true},
    };
}

} // namespace bes::app

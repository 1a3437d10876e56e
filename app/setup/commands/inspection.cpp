// SPDX-License-Identifier: Apache-2.0
#include "commands/commands.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "answers/usual_request.hpp"
#include "check/installed_choices.hpp"
#include "desk.hpp"
#include "history.hpp"
#include "host/given_file.hpp"
#include "host/interruption.hpp"
#include "host/root.hpp"
#include "missing_answers.hpp"
#include "model/findings.hpp"
#include "model/try.hpp"
#include "output/document.hpp"
#include "output/facts_view.hpp"
#include "output/findings_view.hpp"
#include "output/history_view.hpp"
#include "output/maintenance_view.hpp"
#include "output/plan_view.hpp"
#include "output/waiting_note.hpp"
#include "password.hpp"
#include "practice_mark.hpp"
#include "setup.hpp"
#include "text/lists.hpp"
#include "text/utc.hpp"
#include "what_if.hpp"

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

/// After what it goes on from.
void addPackagesFinding(Inspection& inspection, Finding finding) {
    auto& all = inspection.findings;
    const auto complete = std::ranges::find(all, "media.complete", &Finding::id);
    all.insert(complete == all.end() ? complete : std::next(complete), std::move(finding));
}

/// The installation would find a damaged package in its first step, and roll back.
Result<void> readPackages(const Invocation& invocation, Inspection& inspection) {
    const WaitingNote note(invocation.console, "Reading the packages of the media ...");
    TRY_ASSIGN(auto finding, checkPackages(inspection, host::stopOnSignals()));
    if (finding)
        addPackagesFinding(inspection, std::move(*finding));
    return {};
}

/// A catalogue of 100,000 files has 20 MiB.
constexpr std::uint64_t longestFacts = std::uint64_t{64} << 20U;

Result<SeenFacts> readFacts(const Invocation& invocation, const std::string& file) {
    auto text = host::readGivenFile(file, longestFacts);
    if (!text)
        return fail(ExitCode::usage, "facts.file", "Setup can't read the facts",
                    file + ": " + text.error().why,
                    {"Choose a file with the output of the detect command.",
                     {},
                     "bes-standby-setup detect --json --answer-file FILE > facts.json"});
    TRY_ASSIGN(auto seen, parseSeenFacts(*text));
    if (seen.practice)
        markAsPractice(invocation.console, invocation.json());
    return seen;
}

/// What a person wants to know: as it is here, as it was seen on another computer, or as it could be.
struct Question {
    std::optional<SeenFacts> seen;
    std::vector<std::string> assumed; ///< "primary.version=5.0.1"

    [[nodiscard]] bool isAboutHere() const { return !seen && assumed.empty(); }
};

Result<Question> questionOf(const Invocation& invocation) {
    Question question;
    if (const auto file = invocation.line.value("facts")) {
        TRY_ASSIGN(auto seen, readFacts(invocation, *file));
        question.seen = std::move(seen);
    }
    if (const auto sets = invocation.line.options.find("set"); sets != invocation.line.options.end())
        question.assumed = sets->second;
    return question;
}

/// What is known of the origin of the facts comes before what they tell.
void sayOrigin(const Question& question, std::vector<Finding>& findings) {
    if (!question.assumed.empty())
        findings.insert(findings.begin(),
                        information("facts.assumed", "Some facts are assumed, not seen",
                                    joined(question.assumed), "Repeat the command without --set"));
    if (question.seen)
        findings.insert(findings.begin(), originOf(*question.seen, std::time(nullptr)));
}

Result<Inspection> answerTo(const Question& question, const Invocation& invocation,
                            const answers::Answers& answers) {
    if (question.isAboutHere())
        return inspectFor(invocation, answers);
    Facts facts;
    if (question.seen) {
        TRY_ASSIGN(facts, factsFor(*question.seen, answers.request));
    } else {
        TRY_ASSIGN(auto here, inspectFor(invocation, answers));
        facts = std::move(here.facts);
    }
    for (const std::string& assignment : question.assumed)
        TRY(setFact(facts, answers.request, assignment));
    Inspection inspection = judgeSeen(std::move(facts), answers.request);
    sayOrigin(question, inspection.findings);
    return inspection;
}

/// Facts have no packages in them, only their names: what is not read is not called intact.
void sayPackagesNotRead(Inspection& inspection) {
    if (inspection.plan && !stagedPackages(*inspection.plan).empty())
        addPackagesFinding(inspection,
                           information("media.packages", "The packages of the media were not read",
                                       "They are not part of the facts",
                                       "Run check on the server to read them"));
}

/// The plan has no place for it, in JSON neither.
void noteOrigin(const Inspection& inspection, Page& errors) {
    for (const Finding& finding : inspection.findings)
        if (finding.id.starts_with("facts."))
            errors.line(finding.title + " (" + finding.evidence + ").");
}

Result<ExitCode> detect(const Invocation& invocation) {
    TRY_ASSIGN(const auto answers, invocation.answers());
    const std::string seenAt = utcNow();
    TRY_ASSIGN(auto inspection, inspectFor(invocation, answers));
    if (invocation.json())
        write(toJson(SeenFacts{.setupVersion = BES_VERSION,
                               .seenAt = seenAt,
                               .request = answers.request,
                               .facts = std::move(inspection.facts)}),
              invocation.console.out);
    else
        showFacts(inspection.facts, invocation.console.out);
    return ExitCode::success;
}

/// A run, with what was found before it.
struct Before {
    PastRun run;
    std::vector<Finding> findings;
};

/// Looked for first: a check takes long, and a wrong id is told at once.
Result<std::optional<Before>> beforeOf(const Invocation& invocation, const std::filesystem::path& root) {
    const auto named = invocation.line.value("since");
    if (!named)
        return std::nullopt;
    TRY_ASSIGN(const auto runs, pastRuns(root));
    TRY_ASSIGN(const auto run, findRun(runs, *named));
    TRY_ASSIGN(auto all, replay(root, run));
    if (!all.findings)
        return fail(ExitCode::usage, "run.no-findings",
                    "The findings before the run " + run.record.id + " are unknown",
                    "an older version of setup made that run, which did not keep them",
                    {"Choose a newer run.", {}, "bes-standby-setup history"});
    return Before{run, std::move(*all.findings)};
}

/// What differs from the standby that is installed is a part of the finding that says so.
Json findingsOf(const Inspection& inspection, const Request& request) {
    Json json = findingsDocument(inspection.findings);
    for (Json& finding : json["findings"])
        if (finding.at("id") == "standby.installed" && finding.at("severity") == "blocker")
            for (const auto& each : check::differencesFromInstalled(inspection.facts, request))
                finding["differences"].push_back(
                    {{"what", each.what}, {"installed", each.installed}, {"requested", each.requested}});
    return json;
}

void tellFindings(const Invocation& invocation, const Inspection& inspection, const Request& request,
                  const std::optional<Before>& before) {
    const std::vector<Finding>& findings = inspection.findings;
    Page& page = invocation.console.out;
    if (invocation.json()) {
        Json json = findingsOf(inspection, request);
        if (before)
            json["since"] = changesJson(before->run, compareFindings(before->findings, findings));
        write(json, page);
        return;
    }
    showFindings(findings, invocation.line.has("all") ? FindingsShown::all : FindingsShown::notices, page);
    if (before)
        showChanges(before->run, compareFindings(before->findings, findings), page);
}

Result<ExitCode> check(const Invocation& invocation) {
    TRY_ASSIGN(const auto answers, invocation.answers());
    if (answers.request == answers::usualRequest(host::thisSystem()))
        return missingAnswersFailure(answers.request); // nothing was asked: no reason to look at anything
    TRY_ASSIGN(const auto before, beforeOf(invocation, answers.request.root));
    TRY_ASSIGN(const auto question, questionOf(invocation));
    TRY_ASSIGN(auto inspection, answerTo(question, invocation, answers));
    if (question.seen)
        sayPackagesNotRead(inspection);
    else
        TRY(readPackages(invocation, inspection));
    tellFindings(invocation, inspection, answers.request, before);
    return exitCodeOf(inspection.findings);
}

Result<ExitCode> plan(const Invocation& invocation) {
    TRY_ASSIGN(const auto answers, invocation.answers());
    if (!answers::missingAnswers(answers.request).empty())
        return missingAnswersFailure(answers.request);
    TRY_ASSIGN(const auto question, questionOf(invocation));
    TRY_ASSIGN(const auto inspection, answerTo(question, invocation, answers));
    Page& page = invocation.console.out;
    if (inspection.plan)
        noteOrigin(inspection, invocation.console.errors);
    if (!inspection.plan) {
        if (invocation.json())
            write(findingsOf(inspection, answers.request), page);
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

po::options_description planOptions() {
    po::options_description options;
    auto add = options.add_options();
    add("facts", po::value<std::string>()->value_name("FILE"),
        "Use these facts from 'detect --json', and don't look at this computer.");
    add("set", po::value<std::vector<std::string>>()->composing()->value_name("FACT=VALUE"),
        "Assume this fact, to see what would follow. May be repeated.");
    return options;
}

po::options_description checkOptions() {
    po::options_description options = planOptions();
    auto add = options.add_options();
    add("all", "Also list passed checks.");
    add("since", po::value<std::string>()->value_name("RUN"),
        "Also show which findings are new and which are gone since this run of 'history'.");
    return options;
}

ValueList settable() {
    ValueList list{.title = "Facts for --set", .values = {}};
    for (const SettableFact& fact : settableFacts())
        list.values.emplace_back(fmt::format("{}={}", fact.name, fact.value), fact.help);
    return list;
}

} // namespace

std::vector<Command> inspectionCommands() {
    return {
        {.name = "detect",
         .summary = "Show what setup detects: computer, database, media",
         .details =
             "Changes nothing and checks nothing. Setup only reads what the answers name. To check and "
             "plan on another computer, save the output of 'detect --json' and run 'check --facts FILE' "
             "or 'plan --facts FILE' there.",
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
         .values = settable(),
         .answers = answers::allAnswers(),
         .run = check,
         .onlyShows = true},
        {.name = "plan",
         .summary = "Show what an installation would do, step by step",
         .details =
             "Changes nothing. To execute a plan later, save the output of 'plan --json' and run 'install "
             "--plan FILE'. With --set the plan is for facts that are not so: 'install --plan' refuses it. "
             "'help check' lists what --set takes.",
         .options = planOptions(),
         .answers = answers::allAnswers(),
         .run = plan,
         .onlyShows = true},
    };
}

} // namespace bes::app

// SPDX-License-Identifier: Apache-2.0
#include "commands/commands.hpp"

#include "answers/request_rules.hpp"
#include "host/given_file.hpp"
#include "host/interruption.hpp"
#include "host/others_write.hpp"
#include "host/root.hpp"
#include "installation.hpp"
#include "missing_answers.hpp"
#include "model/system_words.hpp"
#include "model/try.hpp"
#include "password.hpp"
#include "practice_mark.hpp"

namespace bes::app {
namespace po = boost::program_options;
namespace {

/// Many times what the largest site gives.
constexpr std::uint64_t longestPlan = std::uint64_t{64} << 20U;

/// What is to be installed: answers, or a plan that was made of answers before.
struct Job {
    std::optional<Plan> plan;
    Request request;
    answers::PlainSecrets plainSecrets;
};

Result<Job> jobFromPlan(const Invocation& invocation, const std::string& file) {
    if (!invocation.line.answers.empty() || invocation.line.has("answer-file"))
        return fail(ExitCode::usage, "command.line", "The command line of install is wrong",
                    "--plan has its own answers, so you can't give others",
                    "Omit them, or make a new plan with them.");
    TRY(host::expectNoOtherWriter(file, host::ownAndCallingAccounts(),
                                  {ExitCode::usage, "plan.others-write", "The plan is not used", "",
                                   "A plan controls what " + administratorOf(host::thisSystem()) + " does"}));
    const auto text = host::readGivenFile(file, longestPlan);
    if (!text)
        return fail(
            ExitCode::usage, "plan.file", "Setup can't read the plan", file + ": " + text.error().why,
            {"Choose a file with the output of the plan command.", {}, "bes-standby-setup plan --json"});
    TRY_ASSIGN(auto plan, parsePlan(*text));
    TRY(answers::expectUsable(plan.request));
    markIfPractice(plan.request.root, invocation.console, invocation.json());
    Request request = plan.request;
    return Job{std::move(plan), std::move(request), {}};
}

Result<Job> jobFromAnswers(const Invocation& invocation) {
    TRY_ASSIGN(auto answers, invocation.answers());
    if (!answers::missingAnswers(answers.request).empty())
        return missingAnswersFailure(answers.request);
    return Job{{}, std::move(answers.request), std::move(answers.plainSecrets)};
}

Result<Job> readJob(const Invocation& invocation) {
    if (!invocation.line.problems.empty())
        return jobFromAnswers(invocation); // tells them all
    if (const auto file = invocation.line.value("plan"))
        return jobFromPlan(invocation, *file);
    return jobFromAnswers(invocation);
}

Result<ExitCode> installCommand(const Invocation& invocation) {
    TRY_ASSIGN(const auto job, readJob(invocation));
    TRY_ASSIGN(const auto passwords, passwordsOf(invocation, job.request, job.plainSecrets));

    const Installation wanted{job.plan, job.request, passwords};
    return installAndTell(wanted, invocation.json(), invocation.console, host::stopOnSignals());
}

po::options_description installOptions() {
    po::options_description options;
    options.add_options()(
        "plan", po::value<std::string>()->value_name("FILE"),
        "Execute this plan from 'plan --json'. Setup refuses it if the facts that it is based on have "
        "changed.");
    return options;
}

} // namespace

std::vector<Command> installCommands() {
    return {
        {.name = "install",
         .summary = "Install the standby: detect, check, plan, execute",
         .details =
             "Every run either completes or is rolled back. Deferred services are registered and never "
             "started. Run it again to finish what was interrupted; if nothing is left to do, it says so. "
             "With newer media it becomes an upgrade.",
         .options = installOptions(),
         .answers = answers::allAnswers(),
         .run = installCommand}};
}

} // namespace bes::app

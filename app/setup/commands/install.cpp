#include "commands/commands.hpp"

#include <fmt/format.h>

#include "host/files.hpp"
#include "host/interruption.hpp"
#include "missing_answers.hpp"
#include "output/failure_view.hpp"
#include "output/findings_view.hpp"
#include "output/install_json.hpp"
#include "output/installed_view.hpp"
#include "output/progress_view.hpp"
#include "output/waiting_note.hpp"
#include "password.hpp"
#include "run_log.hpp"
#include "setup.hpp"

namespace bes::app {
namespace po = boost::program_options;
namespace {

/// What is to be installed: answers, or a plan that was made of answers before.
struct Order {
    std::optional<Plan> plan;
    Request request;
    answers::PlainSecrets plainSecrets;
};

Result<Order> orderFromPlan(const Invocation& invocation, const std::string& file) {
    if (!invocation.line.answers.empty() || invocation.line.has("answer-file"))
        return fail(ExitCode::usage, "command.line", "The command line of install is wrong",
                    "--plan brings its own answers, others cannot be given beside it",
                    "Leave them out, or make a new plan with them.");
    const auto text = host::readFile(file);
    if (!text)
        return fail(ExitCode::usage, "plan.file", "The plan cannot be read", file + ": " + text.error().why,
                    "Name a file that 'bes-standby-setup plan --json' has written.");
    auto plan = parsePlan(*text);
    if (!plan)
        return fail(std::move(plan.error()));
    Request request = plan->request;
    return Order{std::move(*plan), std::move(request), {}};
}

Result<Order> orderFromAnswers(const Invocation& invocation) {
    auto answers = invocation.answers();
    if (!answers)
        return fail(std::move(answers.error()));
    if (!answers::missingAnswers(answers->request).empty())
        return missingAnswersFailure(answers->request);
    return Order{{}, std::move(answers->request), std::move(answers->plainSecrets)};
}

Result<Order> readOrder(const Invocation& invocation) {
    if (!invocation.line.problems.empty())
        return orderFromAnswers(invocation); // tells them all
    if (const auto file = invocation.line.value("plan"))
        return orderFromPlan(invocation, *file);
    return orderFromAnswers(invocation);
}

Result<InstallOutcome> execute(const Order& order, const Passwords& passwords, Progress& progress) {
    const RunTools tools{passwords, progress, host::stopOnSignals()};
    return order.plan ? install(*order.plan, tools) : install(order.request, tools);
}

void showOutcome(const Order& order, const InstallOutcome& outcome, const RunLog& log, Page& page) {
    switch (outcome.kind) {
    case InstallOutcome::Kind::blocked:
        showFindings(outcome.findings, FindingsShown::problems, page);
        page.line("Nothing was changed.");
        break;
    case InstallOutcome::Kind::nothingToDo:
        page.line({fmt::format("Nothing to do: {} is installed as wanted.", outcome.plan.receipt.standby),
                   Tone::good});
        break;
    case InstallOutcome::Kind::installed:
        if (const auto standby = bes::status(order.request.root))
            showInstalled(*standby, outcome, log.file(), page);
        else
            showFailure(standby.error(), page);
        break;
    }
}

ExitCode codeOf(const InstallOutcome& outcome) {
    return outcome.kind == InstallOutcome::Kind::blocked ? exitCodeOf(outcome.findings) : ExitCode::success;
}

ExitCode tellFailure(const Failure& failure, const RunLog& log, const Invocation& invocation) {
    if (invocation.json()) {
        writeRunFailure(failure, log.file(), invocation.console.out);
        return failure.code;
    }
    showFailure(failure, invocation.console.errors, log.file());
    return failure.code;
}

Result<ExitCode> installCommand(const Invocation& invocation) {
    const auto order = readOrder(invocation);
    if (!order)
        return fail(order.error());
    const auto passwords = passwordsOf(invocation, order->request, order->plainSecrets);
    if (!passwords)
        return fail(passwords.error());

    RunLog log(host::Root(order->request.root), "install", invocation.console.errors);
    log.say(fmt::format("bes-standby-setup {}: install {} of {}, database {}, media {}", BES_VERSION,
                        order->request.standbyName(), order->request.primary,
                        order->request.database.location, order->request.media.string()));
    auto shown = progressOn(invocation.console, invocation.json(), lookingAround);
    if (invocation.json())
        writeInstallBegin(order->request, invocation.console.out);
    LoggingProgress progress(log, *shown);
    const auto outcome = execute(*order, *passwords, progress);
    shown.reset(); // the moving line goes before anything else is written

    if (!outcome) {
        log.say(outcome.error());
        return tellFailure(outcome.error(), log, invocation);
    }
    log.say(outcome->findings);
    log.say(fmt::format("end: {}", describe(codeOf(*outcome)).id));
    if (invocation.json())
        writeInstallOutcome(*outcome, codeOf(*outcome), log.file(), invocation.console.out);
    else
        showOutcome(*order, *outcome, log, invocation.console.out);
    return codeOf(*outcome);
}

po::options_description installOptions() {
    po::options_description options;
    options.add_options()(
        "plan", po::value<std::string>()->value_name("FILE"),
        "Execute this plan, as 'plan --json' wrote it. It is refused where the facts that it was "
        "made from have changed.");
    return options;
}

} // namespace

std::vector<Command> installCommands() {
    return {
        {.name = "install",
         .summary = "Install the standby: detect, check, plan, do it",
         .details =
             "All or nothing: whatever fails, is interrupted or cancelled is undone. Deferred services are "
             "registered and never started. Run again, it finishes what was interrupted or says that "
             "there is nothing to do.",
         .options = installOptions(),
         .answers = answers::allAnswers(),
         .run = installCommand}};
}

} // namespace bes::app

#include "commands/commands.hpp"

#include <fmt/format.h>

#include "host/interruption.hpp"
#include "output/failure_view.hpp"
#include "output/install_json.hpp"
#include "output/progress_view.hpp"
#include "output/recovery_view.hpp"
#include "password.hpp"
#include "recovery.hpp"
#include "run_log.hpp"

namespace bes::app {
namespace po = boost::program_options;
namespace {

struct Order {
    std::filesystem::path root;
    Recovery how = Recovery::rollback;
    bool acceptStopped = false;
    answers::Answers answers;
};

Result<Order> readOrder(const Invocation& invocation) {
    auto answers = invocation.answers();
    if (!answers)
        return fail(std::move(answers.error()));
    if (invocation.line.has("rollback") && invocation.line.has("resume"))
        return fail(ExitCode::usage, "command.line", "The command line of recover is wrong",
                    "--rollback undoes the run, --resume finishes it", "Choose one of them.");
    if (invocation.line.has("accept-stopped") && invocation.line.has("resume"))
        return fail(ExitCode::usage, "command.line", "The command line of recover is wrong",
                    "--accept-stopped is for an undo, --resume finishes the run", "Choose one of them.");
    const std::filesystem::path root = answers->request.root;
    return Order{root, invocation.line.has("resume") ? Recovery::resume : Recovery::rollback,
                 invocation.line.has("accept-stopped"), std::move(*answers)};
}

/// The one that is given now, otherwise the one that the interrupted run was told of.
Result<Secret> passwordFor(const Invocation& invocation, const Order& order, const Interruption& found) {
    const DatabaseAddress& given = order.answers.request.database;
    auto password = databasePassword(invocation, given.password.text.empty() ? found.database : given,
                                     order.answers.plainSecrets);
    if (password || order.how == Recovery::resume)
        return password;
    // the computer is put right all the same; the database's part stays in the journal
    invocation.console.errors.line(Row{{"warning: ", Tone::warning},
                                       fmt::format("{}: {}", password.error().what, password.error().why)});
    return Secret();
}

ExitCode tellFailure(const Failure& failure, const RunLog& log, const Invocation& invocation) {
    if (invocation.json())
        writeRunFailure(failure, log.file(), invocation.console.out);
    else
        showFailure(failure, invocation.console.errors, log.file());
    return failure.code;
}

Result<ExitCode> recoverFrom(const Invocation& invocation, const Order& order, const Interruption& found) {
    const auto password = passwordFor(invocation, order, found);
    if (!password)
        return fail(password.error());
    RunLog log(host::Root(order.root), "recover", invocation.console.errors);
    log.say(fmt::format("bes-standby-setup {}: recover, {}: {}", BES_VERSION,
                        order.how == Recovery::resume ? "resume" : "rollback", describe(found)));
    auto shown = progressOn(invocation.console, invocation.json());
    LoggingProgress progress(log, *shown);
    const auto outcome =
        recover(order.root, order.how, {*password, progress, host::stopOnSignals(), order.acceptStopped});
    shown.reset();
    if (!outcome) {
        log.say(outcome.error());
        return tellFailure(outcome.error(), log, invocation);
    }
    if (invocation.json())
        writeRecoveryOutcome(*outcome, log.file(), invocation.console.out);
    else
        showRecovery(*outcome, invocation.console.out);
    return codeOf(*outcome);
}

Result<ExitCode> recoverCommand(const Invocation& invocation) {
    const auto order = readOrder(invocation);
    if (!order)
        return fail(order.error());
    const auto found = interruption(order->root);
    if (!found)
        return fail(found.error());
    const std::optional<Interruption>& interrupted = *found;
    if (invocation.json())
        writeRecoveryBegin(interrupted, invocation.console.out);
    else if (interrupted)
        invocation.console.out.paragraph(describe(*interrupted));
    if (interrupted)
        return recoverFrom(invocation, *order, *interrupted);
    if (invocation.json())
        writeRecoveryOutcome(RecoveryOutcome::nothing, {}, invocation.console.out);
    else
        showRecovery(RecoveryOutcome::nothing, invocation.console.out);
    return ExitCode::success;
}

po::options_description recoverOptions() {
    po::options_description options;
    options.add_options()("rollback", "Undo what was interrupted: as before it began. This is the default.")(
        "resume", "Finish what was interrupted instead.")(
        "accept-stopped", "The undo is complete although a service that ran before does not start again: it "
                          "stays stopped.");
    return options;
}

std::vector<std::string> recoverAnswers() {
    auto answers = answers::answersIn({"target"});
    answers.emplace_back("database.password");
    return answers;
}

} // namespace

std::vector<Command> recoverCommands() {
    return {{.name = "recover",
             .summary = "Undo or finish a run that was interrupted",
             .details =
                 "Tells what was interrupted and how far it came, and undoes it. That needs no media. "
                 "Where the database can't be reached the computer is put right all the same; what is "
                 "left is kept in the journal and done by the next command that can. The other commands "
                 "that change something recover by themselves before they begin. A service that ran before "
                 "and does not start again keeps an undo from its end (exit code 19): each recover tries it "
                 "anew, until it starts or --accept-stopped is said (exit code 28 then).",
             .options = recoverOptions(),
             .answers = recoverAnswers(),
             .run = recoverCommand}};
}

} // namespace bes::app

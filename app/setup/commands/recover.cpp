// SPDX-License-Identifier: Apache-2.0
#include "commands/commands.hpp"

#include "host/interruption.hpp"
#include "model/try.hpp"
#include "password.hpp"
#include "recovery_run.hpp"

namespace bes::app {
namespace po = boost::program_options;
namespace {

Result<void> expectOneWay(const answers::CommandLine& line) {
    const auto wrong = [](const char* why) {
        return fail(ExitCode::usage, "command.line", "The command line of recover is wrong", why,
                    "Choose one of them.");
    };
    if (line.has("rollback") && line.has("resume"))
        return wrong("--rollback rolls the run back, --resume finishes it");
    if (line.has("accept-stopped") && line.has("resume"))
        return wrong("--accept-stopped is for a rollback, --resume finishes the run");
    return {};
}

Result<ExitCode> recoverCommand(const Invocation& invocation) {
    TRY_ASSIGN(const auto answers, invocation.answers());
    TRY(expectOneWay(invocation.line));
    // the password that is given now, otherwise the one that the interrupted run was told of
    const auto password = [&](const DatabaseAddress& then) {
        const DatabaseAddress& given = answers.request.database;
        return databasePassword(invocation, given.password.text.empty() ? then : given, answers.plainSecrets);
    };
    const RecoveryRun run{answers.request.root,
                          invocation.line.has("resume") ? Recovery::resume : Recovery::rollback,
                          invocation.line.has("accept-stopped"), password};
    return recoverAndTell(run, invocation.json(), invocation.console, host::stopOnSignals());
}

po::options_description recoverOptions() {
    po::options_description options;
    options.add_options()("rollback", "Roll the interrupted run back. This is the default.")(
        "resume", "Finish the interrupted run instead.")(
        "accept-stopped", "Complete the rollback although a service that ran before does not start again: it "
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
    return {
        {.name = "recover",
         .summary = "Roll back or finish an interrupted run",
         .details =
             "Shows which run was interrupted and how far it came, and rolls it back. It does not need the "
             "media. If the database is not reachable, setup restores the computer anyway; the journal "
             "keeps what is left for the next command. Other commands that change something first recover "
             "by themselves. If a service that ran before does not start again, the rollback is not "
             "complete (exit code 19): each recover tries again until the service starts, or until you "
             "accept it with --accept-stopped (exit code 28).",
         .options = recoverOptions(),
         .answers = recoverAnswers(),
         .run = recoverCommand}};
}

} // namespace bes::app

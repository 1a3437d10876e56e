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
        return wrong("--rollback undoes the run, --resume finishes it");
    if (line.has("accept-stopped") && line.has("resume"))
        return wrong("--accept-stopped is for an undo, --resume finishes the run");
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

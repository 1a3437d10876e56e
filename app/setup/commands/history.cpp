// SPDX-License-Identifier: Apache-2.0
#include "history.hpp"
#include "commands/commands.hpp"
#include "logs_of_run.hpp"
#include "model/try.hpp"
#include "output/document.hpp"
#include "output/history_view.hpp"

namespace bes::app {
namespace {

ExitCode listRuns(const Invocation& invocation, const std::vector<PastRun>& runs) {
    if (invocation.json())
        write(runsDocument(runs), invocation.console.out);
    else
        showRuns(runs, invocation.console.out);
    return ExitCode::success;
}

Result<ExitCode> showRun(const Invocation& invocation, const std::vector<PastRun>& runs,
                         const std::filesystem::path& root) {
    TRY_ASSIGN(const auto run, findRun(runs, invocation.line.arguments.back()));
    TRY_ASSIGN(const auto all, replay(root, run));
    const auto logs = logsOf(run, runs, root);
    if (invocation.json())
        write(replayDocument(all, logs), invocation.console.out);
    else
        showReplay(all, logs, invocation.console.out);
    return ExitCode::success;
}

Result<ExitCode> history(const Invocation& invocation) {
    TRY_ASSIGN(const auto answers, invocation.answers());
    const auto& words = invocation.line.arguments;
    if (!words.empty() && (words.front() != "show" || words.size() != 2))
        return fail(ExitCode::usage, "command.line", "The command line of history is wrong",
                    words.front() == "show" ? "show needs the id of a run, or last"
                                            : "unknown word " + words.front() + "; known is show",
                    {"Name a run of the list.", {}, "bes-standby-setup history show last"});
    TRY_ASSIGN(const auto runs, pastRuns(answers.request.root));
    return words.empty() ? Result<ExitCode>(listRuns(invocation, runs))
                         : showRun(invocation, runs, answers.request.root);
}

} // namespace

std::vector<Command> historyCommands() {
    return {{.name = "history",
             .summary = "List the runs that changed this computer, or show one",
             .arguments = "[ACTION] [RUN]",
             .actions = {"show"},
             .details =
                 "Without a word: when each run began and how long it took, who started it, what it did and "
                 "how it ended. 'history show RUN' shows one: what setup found before it, each step with "
                 "its time and state, why it was rolled back, and its log. RUN is the id of a run, its "
                 "beginning, or 'last'. 'check --since RUN' shows which findings have changed since. "
                 "Setup reads this in its journal, which only an administrator can. A run that was refused, "
                 "or had nothing to do, is not in it.",
             .answers = answers::answersIn({"target"}),
             .run = history,
             .onlyShows = true}};
}

} // namespace bes::app

// SPDX-License-Identifier: Apache-2.0
#include "output/recovery_view.hpp"

#include <fmt/format.h>

#include "output/install_json.hpp"
#include "output/text.hpp"
#include "text/lists.hpp"

namespace bes::app {
namespace {

std::string_view idOf(RecoveryOutcome outcome) {
    switch (outcome) {
    case RecoveryOutcome::nothing:
        return "nothing-to-recover";
    case RecoveryOutcome::undone:
        return "undone";
    case RecoveryOutcome::undoneButStopped:
        return "undone-but-stopped";
    case RecoveryOutcome::finished:
        return "finished";
    case RecoveryOutcome::tidied:
        break;
    }
    return "tidied";
}

std::string_view sentenceOf(RecoveryOutcome outcome) {
    switch (outcome) {
    case RecoveryOutcome::nothing:
        return "Nothing to recover: no run was interrupted.";
    case RecoveryOutcome::undone:
        return "Rolled back: everything is as before the run.";
    case RecoveryOutcome::undoneButStopped:
        return "Rolled back, but services that ran before do not start again: they are stopped.";
    case RecoveryOutcome::finished:
        return "It is finished.";
    case RecoveryOutcome::tidied:
        break;
    }
    return "The files that it had kept for a rollback are removed.";
}

} // namespace

std::string describe(const Interruption& interruption) {
    const UnfinishedRun& run = interruption.run;
    if (!interruption.notYetDone.empty())
        return fmt::format("The {} of {} is not finished. Still to do: {}.", run.command, run.since,
                           joined(interruption.notYetDone, "; "));
    if (interruption.committed)
        return fmt::format("The {} of {} was interrupted after its last step, before the cleanup.",
                           run.command, run.since);
    if (!interruption.notYetUndone.empty())
        return fmt::format("The rollback of the {} of {} is not complete. Still to roll back: {}.",
                           run.command, run.since, joined(interruption.notYetUndone, "; "));
    return fmt::format("The {} of {} was interrupted when {} of its {} steps were done.", run.command,
                       run.since, interruption.stepsDone, interruption.steps);
}

ExitCode codeOf(RecoveryOutcome outcome) {
    return outcome == RecoveryOutcome::undoneButStopped ? ExitCode::notStarted : ExitCode::success;
}

void showRecovery(RecoveryOutcome outcome, Page& page) {
    page.line({std::string(sentenceOf(outcome)),
               outcome == RecoveryOutcome::undoneButStopped ? Tone::warning : Tone::good});
}

void writeRecoveryBegin(const std::optional<Interruption>& interruption, Page& page) {
    Json json = runBegin("recover");
    json["interrupted"] = nullptr;
    if (interruption)
        json["interrupted"] = {{"run", interruption->run.run},
                               {"command", interruption->run.command},
                               {"since", interruption->run.since},
                               {"committed", interruption->committed},
                               {"steps", interruption->steps},
                               {"steps_done", interruption->stepsDone},
                               {"not_yet_undone", interruption->notYetUndone},
                               {"not_yet_done", interruption->notYetDone}};
    writeLine(json, page);
}

void writeRecoveryOutcome(RecoveryOutcome outcome, const std::filesystem::path& log, Page& page) {
    writeLine(resultJson(idOf(outcome), codeOf(outcome), log), page);
}

} // namespace bes::app

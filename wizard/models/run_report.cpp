// SPDX-License-Identifier: Apache-2.0
#include "models/run_report.hpp"

#include "models/fields_of_answers.hpp"
#include "models/words.hpp"
#include "text/lists.hpp"

namespace bes::wizard {
namespace {

RunReport ofLostEngine(const std::string& noun, const RunEnd& end) {
    if (end.kind == RunEnd::Kind::notStarted)
        return {Severity::blocker,
                filled(words("Report", "The %1 did not begin"), noun),
                {end.why + ".", words("Report", "Nothing was changed.")},
                false,
                true};
    return {Severity::blocker,
            filled(words("Report", "The engine ended in the middle of the %1"), noun),
            {end.why + ".", words("Report", "What it had begun is in its journal. Roll it back, or finish "
                                            "it, now; otherwise the next run of setup rolls it back.")},
            true,
            false};
}

/// What became of what the run had done, one sentence.
std::string whatBecame(const RunEnd& end) {
    const Course& course = end.course;
    if (end.result.failure->code == ExitCode::undoIncomplete)
        return words("Report",
                     "Not everything could be rolled back. The journal has what is left: roll it back, "
                     "or finish the run, when the cause is resolved.");
    if (course.undone)
        return words("Report", "Everything was rolled back: the computer and the database are as before.");
    if (course.begun)
        return words("Report", "What was done is recorded and stays. What is left to do is in the journal.");
    return course.earlierUndone
               ? words("Report", "The earlier interrupted run was rolled back. Nothing else was changed.")
               : words("Report", "Nothing was changed.");
}

RunReport ofFailure(const std::string& noun, const RunEnd& end) {
    const Failure& failure = *end.result.failure;
    const bool left = failure.code == ExitCode::undoIncomplete || (end.course.begun && !end.course.undone);
    if (failure.code == ExitCode::cancelled && !left)
        return {Severity::information,
                filled(words("Report", "The %1 was cancelled"), noun),
                {whatBecame(end)},
                false,
                true};
    return {Severity::blocker,
            failure.what,
            {failure.why, whatBecame(end), filled(words("Report", "What to do: %1"), shownRemedy(failure))},
            left,
            true,
            failure.command};
}

/// Of `recover`: what it could not end stays in the journal.
RunReport ofFailedRecovery(const RunEnd& end) {
    const Failure& failure = *end.result.failure;
    const bool undone = end.course.undone && failure.code != ExitCode::undoIncomplete;
    return {Severity::blocker,
            failure.what,
            {failure.why,
             undone ? whatBecame(end)
                    : words("Report", "What is left of the interrupted run is still in the journal."),
             filled(words("Report", "What to do: %1"), shownRemedy(failure))},
            !undone,
            true,
            failure.command};
}

RunReport ofBlockers(const std::string& noun, const std::vector<Finding>& findings) {
    RunReport report{
        Severity::blocker,
        filled(words("Report", "The %1 was refused because of a blocker; nothing was changed"), noun),
        {},
        false,
        true};
    for (const Finding& finding : findings) {
        if (finding.severity != Severity::blocker)
            continue;
        report.sentences.push_back(finding.title + ": " + finding.evidence + ". " + shownRemedy(finding));
        if (report.command.empty())
            report.command = finding.command;
    }
    return report;
}

void add(std::string& list, const std::string& name) {
    list += (list.empty() ? "" : ", ") + name;
}

void tellServices(RunReport& report, const StandbyStatus& standby) {
    const bool managed = standby.serviceManager == ServiceManagerState::running;
    std::string running, stopped, deferred;
    for (const ServiceStatus& entry : standby.services) {
        if (entry.service.startPolicy == StartPolicy::deferredUntilFailover)
            add(deferred, entry.service.displayName);
        else if (entry.service.startPolicy == StartPolicy::startAfterSetup)
            add(managed && entry.state == host::ServiceState::active ? running : stopped,
                entry.service.displayName);
    }
    if (!running.empty())
        report.sentences.push_back(filled(words("Report", "Running: %1."), running));
    if (!stopped.empty())
        report.sentences.push_back(
            managed ? filled(words("Report", "Not running: %1."), stopped)
                    : filled(words("Report", "Will start at the next boot: %1."), stopped));
    if (!deferred.empty())
        report.sentences.push_back(filled(
            words("Report", "Deferred until failover, started by the failover process only: %1."), deferred));
}

void tellNextSteps(RunReport& report, const StandbyStatus& standby) {
    for (const std::string& task : standby.dominoTasks)
        report.sentences.push_back(filled(words("Report", "Next: type \"load %1\" on the console of the "
                                                          "standby's Domino server, or restart that server."),
                                          task));
    report.sentences.push_back(
        words("Report", "The standby makes replicas of the users' state databases when it initializes their "
                        "accounts. Once they are there, automatic failover can be switched on for the pair "
                        "in the BlackBerry Administration Service."));
}

void tellNotStarted(RunReport& report, const RunResult& result) {
    if (result.notStarted.empty())
        return;
    report.severity = Severity::warning;
    report.headline += words("Report", ", but not all of its services started");
    report.sentences.push_back(words("Report", "What was installed is kept, as the answers ask for."));
    for (const Failure& failure : result.notStarted) {
        report.sentences.push_back(failure.what + ": " + failure.why + ". " + shownRemedy(failure));
        if (report.command.empty())
            report.command = failure.command;
    }
}

std::string participleOf(Doing doing) {
    switch (doing) {
    case Doing::modifying:
        return words("Report", "is modified");
    case Doing::repairing:
        return words("Report", "is repaired");
    case Doing::upgrading:
        return words("Report", "is upgraded");
    default:
        return words("Report", "is installed");
    }
}

/// `how` goes on after the name of the standby.
RunReport ofInstalled(const std::string& how, const StandbyStatus* standby) {
    RunReport report{Severity::passed, filled(words("Report", "The standby %1"), how), {}, false, false};
    if (standby == nullptr || !standby->receipt)
        return report;
    const Receipt& receipt = *standby->receipt;
    report.headline =
        filled(words("Report", "%1, the standby of %2, %3"), receipt.standby, receipt.primary, how);
    tellServices(report, *standby);
    if (!standby->newVersions.empty())
        report.sentences.push_back(
            filled(words("Report", "Edited files were kept. Merge each with its new version, "
                                   "then remove that: %1."),
                   joined(standby->newVersions)));
    tellNextSteps(report, *standby);
    return report;
}

RunReport ofRemoval(const RunResult& result) {
    if (result.outcome == "nothing-to-do")
        return {Severity::passed,
                words("Report", "No standby is installed here: there was nothing to do"),
                {},
                false,
                false};
    RunReport report{
        Severity::passed, words("Report", "The standby is removed from this computer"), {}, false, false};
    std::string stays = words("Report", "What stays:");
    for (const std::string& line : result.stays)
        stays += "\n" + line;
    stays += '\n' + words("Report", "the journal and the logs of setup");
    report.sentences.push_back(std::move(stays));
    return report;
}

RunReport ofRecovery(const RunResult& result, const StandbyStatus* standby) {
    if (result.outcome == "nothing-to-recover")
        return {
            Severity::passed, words("Report", "Nothing was left to roll back or to finish"), {}, false, true};
    if (result.outcome == "undone")
        return {Severity::passed,
                words("Report", "The interrupted run is rolled back"),
                {words("Report", "Everything is as before it began.")},
                false,
                true};
    RunReport report{Severity::passed, words("Report", "The interrupted run is finished"), {}, false, true};
    if (standby != nullptr && standby->receipt)
        tellServices(report, *standby);
    return report;
}

} // namespace

Doing doingOf(Maintenance::Kind kind) {
    switch (kind) {
    case Maintenance::Kind::modify:
        return Doing::modifying;
    case Maintenance::Kind::upgrade:
        return Doing::upgrading;
    case Maintenance::Kind::repair:
        return Doing::repairing;
    case Maintenance::Kind::remove:
        break;
    }
    return Doing::removing;
}

std::string nounOf(Doing doing) {
    switch (doing) {
    case Doing::installing:
        return words("Report", "installation");
    case Doing::modifying:
        return words("Report", "modification");
    case Doing::repairing:
        return words("Report", "repair");
    case Doing::upgrading:
        return words("Report", "upgrade");
    case Doing::removing:
        return words("Report", "removal");
    case Doing::recovering:
        break;
    }
    return words("Report", "recovery");
}

std::string titleOf(Doing doing) {
    switch (doing) {
    case Doing::installing:
        return words("Report", "Installation");
    case Doing::modifying:
        return words("Report", "Modification");
    case Doing::repairing:
        return words("Report", "Repair");
    case Doing::upgrading:
        return words("Report", "Upgrade");
    case Doing::removing:
        return words("Report", "Removal");
    case Doing::recovering:
        break;
    }
    return words("Report", "Recovery");
}

RunReport runReport(Doing doing, const RunEnd& end, const StandbyStatus* standby) {
    const std::string noun = nounOf(doing);
    if (end.kind != RunEnd::Kind::told)
        return ofLostEngine(noun, end);
    const RunResult& result = end.result;
    if (result.failure)
        return doing == Doing::recovering ? ofFailedRecovery(end) : ofFailure(noun, end);
    if (result.outcome == "blocked")
        return ofBlockers(noun, result.findings);
    if (doing == Doing::removing)
        return ofRemoval(result);
    if (doing == Doing::recovering)
        return ofRecovery(result, standby);
    if (result.outcome == "nothing-to-do")
        return ofInstalled(doing == Doing::installing
                               ? words("Report", "was installed already: there was nothing to do")
                               : words("Report", "is as it should be: there was nothing to do"),
                           standby);
    RunReport report = ofInstalled(participleOf(doing), standby);
    if (doing == Doing::installing && standby != nullptr && standby->receipt)
        report.headline = filled(words("Report", "%1 is installed as the standby of %2"),
                                 standby->receipt->standby, standby->receipt->primary);
    tellNotStarted(report, result);
    return report;
}

std::string noElevation() {
    return words("Report", "Neither pkexec nor sudo is installed");
}

std::string asText(const RunReport& report, const std::vector<std::string>& log) {
    std::string text = report.headline + ".\n";
    for (const std::string& sentence : report.sentences)
        text += '\n' + sentence + '\n';
    text += '\n' + words("Report", "Log") + "\n\n";
    for (const std::string& line : log)
        text += line + '\n';
    return text;
}

} // namespace bes::wizard

#include "models/run_report.hpp"

#include "models/words.hpp"

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
            {end.why + ".", words("Report", "What it had begun is in its journal. Undo it, or finish it, "
                                            "now; the next run of setup would undo it too.")},
            true,
            false};
}

RunReport ofFailure(const std::string& noun, const Failure& failure) {
    RunReport report{failure.code == ExitCode::cancelled ? Severity::information : Severity::blocker,
                     failure.what,
                     {failure.why, failure.remedy},
                     failure.code == ExitCode::undoIncomplete,
                     true};
    if (failure.code == ExitCode::cancelled) {
        report.headline = filled(words("Report", "The %1 was cancelled"), noun);
        report.sentences = {
            words("Report",
                  "Everything that had been done was undone: the computer and the database are as before.")};
    } else if (failure.code == ExitCode::failed) {
        report.sentences.push_back(words("Report", "Everything that had been done was undone."));
    }
    return report;
}

RunReport ofBlockers(const std::string& noun, const std::vector<Finding>& findings) {
    RunReport report{Severity::blocker,
                     filled(words("Report", "A check forbids the %1; nothing was changed"), noun),
                     {},
                     false,
                     true};
    for (const Finding& finding : findings)
        if (finding.severity == Severity::blocker)
            report.sentences.push_back(finding.title + ": " + finding.evidence + ". " + finding.remedy);
    return report;
}

void tellServices(RunReport& report, const StandbyStatus& standby) {
    std::string started, deferred;
    for (const ServiceStatus& entry : standby.services) {
        if (entry.service.startPolicy == StartPolicy::deferredUntilFailover)
            deferred += (deferred.empty() ? "" : ", ") + entry.service.displayName;
        else if (entry.service.startPolicy == StartPolicy::startAfterSetup)
            started += (started.empty() ? "" : ", ") + entry.service.displayName;
    }
    const bool running = standby.serviceManager == ServiceManagerState::running;
    if (!started.empty())
        report.sentences.push_back(
            running
                ? filled(words("Report", "Running: %1."), started)
                : filled(words("Report", "Not started here, they start with the computer: %1."), started));
    if (!deferred.empty())
        report.sentences.push_back(filled(
            words("Report", "Deferred until failover, started by the failover process only: %1."), deferred));
    for (const std::string& task : standby.dominoTasks)
        report.sentences.push_back(filled(words("Report", "Next: type \"load %1\" on the console of the "
                                                          "standby's Domino server, or restart that server."),
                                          task));
    report.sentences.push_back(words(
        "Report",
        "The standby makes replicas of the users' state databases when it initializes their accounts."));
}

std::string participleOf(Doing doing) {
    switch (doing) {
    case Doing::modifying:
        return words("Report", "is modified");
    case Doing::repairing:
        return words("Report", "is repaired");
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
        return {Severity::passed, words("Report", "Nothing was left to undo or to finish"), {}, false, true};
    if (result.outcome == "undone")
        return {Severity::passed,
                words("Report", "The interrupted run is undone"),
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
    case Maintenance::Kind::upgrade:
        return Doing::modifying;
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
    case Doing::removing:
        return words("Report", "removal");
    case Doing::recovering:
        break;
    }
    return words("Report", "recovery");
}

RunReport runReport(Doing doing, const RunEnd& end, const StandbyStatus* standby) {
    const std::string noun = nounOf(doing);
    if (end.kind != RunEnd::Kind::told)
        return ofLostEngine(noun, end);
    const RunResult& result = end.result;
    if (result.failure)
        return ofFailure(noun, *result.failure);
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
    return report;
}

} // namespace bes::wizard

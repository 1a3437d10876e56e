#include "models/run_report.hpp"

#include <fmt/format.h>

namespace bes::wizard {
namespace {

RunReport ofLostEngine(const RunEnd& end) {
    if (end.kind == RunEnd::Kind::notStarted)
        return {Severity::blocker,
                "The installation did not begin",
                {end.why + ".", "Nothing was changed."},
                false,
                true};
    return {
        Severity::blocker,
        "The engine ended in the middle of the installation",
        {end.why + ".",
         "What it had begun is in its journal. Undo it, or finish it, now; the next installation would undo "
         "it too."},
        true,
        false};
}

RunReport ofFailure(const Failure& failure) {
    RunReport report{failure.code == ExitCode::cancelled ? Severity::information : Severity::blocker,
                     failure.what,
                     {failure.why, failure.remedy},
                     failure.code == ExitCode::undoIncomplete,
                     true};
    if (failure.code == ExitCode::cancelled) {
        report.headline = "The installation was cancelled";
        report.sentences = {
            "Everything that had been done was undone: the computer and the database are as before."};
    } else if (failure.code == ExitCode::failed) {
        report.sentences.emplace_back("Everything that had been done was undone.");
    }
    return report;
}

RunReport ofBlockers(const std::vector<Finding>& findings) {
    RunReport report{
        Severity::blocker, "A check forbids the installation; nothing was changed", {}, false, true};
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
            (running ? "Running: " : "Not started here, they start with the computer: ") + started + ".");
    if (!deferred.empty())
        report.sentences.push_back(
            "Deferred until failover, started by the failover process only: " + deferred + ".");
    for (const std::string& task : standby.dominoTasks)
        report.sentences.push_back(fmt::format(
            "Next: type \"load {}\" on the console of the standby's Domino server, or restart that server.",
            task));
    report.sentences.emplace_back(
        "The standby makes replicas of the users' state databases when it initializes their accounts.");
}

} // namespace

RunReport runReport(const RunEnd& end, const StandbyStatus* standby) {
    if (end.kind != RunEnd::Kind::told)
        return ofLostEngine(end);
    const RunResult& result = end.result;
    if (result.failure)
        return ofFailure(*result.failure);
    if (result.outcome == "blocked")
        return ofBlockers(result.findings);
    if (result.outcome == "undone" || result.outcome == "tidied")
        return {Severity::passed,
                "The interrupted run is undone",
                {"Everything is as before it began."},
                false,
                true};
    if (result.outcome == "nothing-to-recover")
        return {Severity::passed, "Nothing was left to undo", {}, false, true};
    RunReport report{Severity::passed, "The standby is installed", {}, false, false};
    if (result.outcome == "nothing-to-do")
        report.headline = "The standby was installed already: there was nothing to do";
    if (standby != nullptr && standby->receipt) {
        report.headline = fmt::format("{} is installed as the standby of {}", standby->receipt->standby,
                                      standby->receipt->primary);
        tellServices(report, *standby);
    }
    return report;
}

} // namespace bes::wizard

// SPDX-License-Identifier: Apache-2.0
#include "output/installed_view.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "answers/typed_remedy.hpp"
#include "host/root.hpp"
#include "journal/state_folder.hpp"
#include "model/system_words.hpp"
#include "output/document.hpp"
#include "output/plan_view.hpp"
#include "output/text.hpp"
#include "text/lists.hpp"
#include "text/path_text.hpp"
#include "text/shell_words.hpp"

namespace bes::app {
namespace {

Tone toneOf(host::ServiceState state, bool shouldRun) {
    using enum host::ServiceState;
    if (state == failed || state == absent)
        return Tone::bad;
    if (state == active)
        return Tone::good;
    return shouldRun && state != notRunning ? Tone::warning : Tone::plain;
}

std::vector<Row> rowsWith(const StandbyStatus& status, StartPolicy policy) {
    std::vector<Row> rows;
    for (const ServiceStatus& entry : status.services) {
        if (entry.service.startPolicy != policy)
            continue;
        Row row{entry.service.unit, entry.service.displayName};
        if (status.serviceManager == ServiceManagerState::running)
            row.insert(row.begin(), Cell(host::toString(entry.state),
                                         toneOf(entry.state, policy == StartPolicy::startAfterSetup)));
        rows.push_back(std::move(row));
    }
    return rows;
}

void showServices(const StandbyStatus& status, Page& page) {
    const bool running = status.serviceManager == ServiceManagerState::running;
    page.group(running ? "Services of the standby"
                       : "Services of the standby: they will start at the next boot",
               rowsWith(status, StartPolicy::startAfterSetup));
    page.group("Deferred: the failover process starts them when the standby promotes itself",
               rowsWith(status, StartPolicy::deferredUntilFailover));
    page.group("Run by the Domino server",
               dominoTaskRows(status.receipt->catalog, status.receipt->components));
}

void showPlaces(const StandbyStatus& status, const std::filesystem::path& log, Page& page) {
    const Request& request = status.receipt->request;
    std::vector<Row> rows{
        {"programs", utf8(request.installFolder)},
        {"configuration", utf8(request.configurationFolder)},
        {"logs of services", utf8(request.logFolder)},
        {"journal, receipt", utf8(journal::stateFolder())},
    };
    if (!log.empty())
        rows.push_back({"log of this run", utf8(log)});
    if (!request.onRunningSystem())
        rows.insert(rows.begin(), Row{"all below", utf8(request.root)});
    page.group("Where things are", rows);
}

void showKept(const StandbyStatus& status, Page& page) {
    std::vector<Row> rows;
    for (const KeptThing& thing : status.receipt->kept)
        rows.push_back({utf8(thing.path), "kept as " + utf8(thing.keptAt)});
    page.group("Other files, which 'bes-standby-setup remove' puts back", rows);
}

void showNextSteps(const StandbyStatus& status, Page& page) {
    std::vector<Row> rows;
    for (const std::string& task : status.dominoTasks)
        rows.push_back({fmt::format(
            "Type \"load {}\" on the console of the standby's Domino server, or restart that server.",
            task)});
    rows.push_back(
        {"The standby creates replicas of the users' state databases when it initializes their accounts. "
         "An account waits until Domino has replicated its state database from the primary."});
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i].insert(rows[i].begin(), Cell(fmt::format("{}.", i + 1)));
    page.group("Next", rows);
}

void showDamage(const StandbyStatus& status, Page& page) {
    std::vector<Row> rows;
    constexpr std::size_t most = 10;
    for (const std::string& sentence : status.damage)
        if (rows.size() < most)
            rows.push_back({{sentence, Tone::bad}});
    if (status.damage.size() > most)
        rows.push_back({fmt::format("and {} more", status.damage.size() - most)});
    page.group("Damage", rows);
}

/// Services of Windows write logs of their own; what they say besides is among that of others.
std::string whatToDo(const std::string& service, const Receipt& receipt) {
    return receipt.catalog.isForWindows()
               ? fmt::format(
                     "sc.exe start {} starts it; the event log (eventvwr.msc) and {} show why it ended",
                     wordForWindows(service), utf8(receipt.request.logFolder))
               : fmt::format("'systemctl start {0}' starts it, 'journalctl -u {0}' shows why it ended",
                             service);
}

void showServicesAtFault(const StandbyStatus& status, Page& page) {
    std::vector<Row> rows;
    for (const ServiceStatus& entry : servicesAtFault(status))
        rows.push_back({{fmt::format("{}: {}", entry.service.unit, host::toString(entry.state)), Tone::bad},
                        whatToDo(entry.service.unit, *status.receipt)});
    page.group("Services that need attention", rows);
}

std::string unfinished(const StandbyStatus& status) {
    const UnfinishedRun& run = *status.unfinishedRun;
    if (!status.notYetDone.empty())
        return fmt::format("The {} of {} is not finished. Still to do: {}. 'bes-standby-setup recover' "
                           "finishes it, and so does the next run that changes something.",
                           run.command, run.since, joined(status.notYetDone, "; "));
    return fmt::format("The {} of {} was interrupted{}. 'bes-standby-setup recover' rolls it back, and "
                       "so does the next run that changes something.",
                       run.command, run.since,
                       status.notYetUndone.empty()
                           ? ""
                           : fmt::format(". Still to roll back: {}", joined(status.notYetUndone, "; ")));
}

using domino::ReadinessState;

constexpr std::size_t barWidth = 20;

Tone toneOf(ReadinessState state) {
    switch (state) {
    case ReadinessState::ready:
        return Tone::good;
    case ReadinessState::replicating:
        return Tone::warning;
    case ReadinessState::fault:
        return Tone::bad;
    }
    return Tone::plain;
}

const domino::StateReplicas* replicasIn(const domino::Readiness& readiness) {
    const auto& answer = readiness.facts.replies.stateReplicas;
    return answer.value ? &*answer.value : nullptr;
}

/// Full only when nothing is missing.
std::string bar(const domino::StateReplicas& found) {
    const auto filled =
        found.primary == 0 ? barWidth : static_cast<std::size_t>(barWidth * found.matched / found.primary);
    return "[" + std::string(filled, '#') + std::string(barWidth - filled, '.') + "]";
}

void addExamples(std::vector<Row>& rows, std::string_view label, const domino::StateGroup& group, Tone tone) {
    if (group.count == 0)
        return;
    constexpr std::size_t most = 5;
    std::vector<std::string> paths;
    for (const domino::StateExample& example : group.examples)
        if (paths.size() < most)
            paths.push_back(example.path);
    std::string text = fmt::format("{}: {}", group.count, joined(paths));
    if (group.count > paths.size())
        text += ", ...";
    rows.push_back({label, {text, tone}});
}

Json groupJson(const domino::StateGroup& group) {
    Json examples = Json::array();
    for (const domino::StateExample& example : group.examples)
        examples.push_back({{"path", example.path},
                            {"replica_id", example.replicaId},
                            {"modified_on_primary", example.modifiedOnPrimary},
                            {"modified_on_standby", example.modifiedOnStandby}});
    return {{"count", group.count}, {"examples", std::move(examples)}};
}

Json stateDatabasesJson(const domino::StateReplicas& found) {
    return {{"primary", found.primary},
            {"standby", found.standby},
            {"replicated", found.matched},
            {"longest_lag_seconds", found.longestLagSeconds},
            {"waiting", groupJson(found.missing)},
            {"behind", groupJson(found.stale)},
            {"other_database_in_place", groupJson(found.misplaced)}};
}

} // namespace

void showNewVersions(const StandbyStatus& status, Page& page) {
    std::vector<Row> rows;
    for (const std::string& path : status.newVersions)
        rows.push_back({path});
    page.group("New versions of files that were edited: merge each with its file, then remove it", rows);
}

void showInstalled(const StandbyStatus& status, const RunOutcome& outcome, const std::filesystem::path& log,
                   Page& page) {
    const Receipt& receipt = outcome.plan.receipt;
    page.blank();
    page.line({fmt::format("{} is installed on {} as the standby of {}.", receipt.standby, receipt.computer,
                           receipt.primary),
               Tone::good});
    if (!status.receipt)
        return;
    showServices(status, page);
    showPlaces(status, log, page);
    showKept(status, page);
    std::vector<Row> warnings;
    for (const Finding& finding : outcome.findings)
        if (finding.severity == Severity::warning)
            warnings.push_back({{finding.title, Tone::warning}, answers::typedRemedy(finding)});
    page.group("Warnings of the checks", warnings);
    showNextSteps(status, page);
}

void showStatus(const StandbyStatus& status, Page& page) {
    if (status.underWay)
        page.paragraph(
            {fmt::format("A run of setup is in progress: {}.{}", describe(*status.underWay),
                         status.readable ? "" : " Setup shows what is installed when it has ended."),
             Tone::warning});
    if (!status.whyUnreadable.empty())
        page.paragraph(
            {fmt::format("This account can't see what is installed here: {}.{}", status.whyUnreadable,
                         status.remedy.empty() ? ""
                                               : " " + answers::typedRemedy(status.remedy) +
                                                     (status.remedy.command.empty() ? "." : "")),
             Tone::warning});
    if (!status.readable)
        return;
    if (!status.interruptionKnown)
        page.paragraph(fmt::format("Only {} can see whether a run was interrupted.",
                                   administratorOf(host::thisSystem())));
    if (status.unfinishedRun)
        page.paragraph({unfinished(status), Tone::warning});
    if (!status.receipt) {
        page.line("No standby is installed here.");
        return;
    }
    const Receipt& receipt = *status.receipt;
    page.line(
        {fmt::format("{} on {} is the standby of {}.", receipt.standby, receipt.computer, receipt.primary),
         Tone::strong});
    page.table({{"installed", receipt.installedAt},
                {"version", fmt::format("{} {}", receipt.catalog.product, receipt.catalog.version)},
                {"components", joined(receipt.components)}});
    showServices(status, page);
    showPlaces(status, {}, page);
    showKept(status, page);
    showDamage(status, page);
    showServicesAtFault(status, page);
    showNewVersions(status, page);
}

void showReadiness(const domino::Readiness& readiness, Page& page) {
    page.blank();
    page.paragraph({"Domino's replication to the standby", Tone::strong});
    std::vector<Row> rows{
        {"state",
         {fmt::format("{}: {}", toString(readiness.state), readiness.summary), toneOf(readiness.state)}}};
    if (const auto* found = replicasIn(readiness)) {
        rows.push_back({"replicas", bar(*found)});
        addExamples(rows, "waiting", found->missing, Tone::warning);
        addExamples(rows, "behind", found->stale, Tone::warning);
        addExamples(rows, "in the way", found->misplaced, Tone::bad);
    }
    if (const auto queue = queueDepth(readiness.facts.replies))
        rows.push_back({"queue", fmt::format("{:.0f} databases", *queue)});
    page.table(rows);
    for (const Finding& finding : readiness.problems) {
        page.line(Row{{finding.title, finding.severity == Severity::blocker ? Tone::bad : Tone::warning},
                      {"  [" + finding.id + "]", Tone::faint}},
                  2);
        page.paragraph(finding.evidence, 6);
        if (!finding.remedy.empty())
            page.table({{"Remedy:", answers::typedRemedy(finding)}}, 6);
    }
}

Row readinessLine(const domino::Readiness& readiness, std::string_view time) {
    Row row{time};
    if (const auto* found = replicasIn(readiness))
        row.emplace_back(" " + bar(*found));
    row.emplace_back(fmt::format(" {}", toString(readiness.state)), toneOf(readiness.state));
    std::string text = ": " + readiness.summary;
    if (const auto queue = queueDepth(readiness.facts.replies); queue && *queue > 0)
        text += fmt::format("; queue {:.0f}", *queue);
    row.emplace_back(text);
    return row;
}

Json readinessJson(const domino::Readiness& readiness) {
    Json json{{"state", toString(readiness.state)}, {"summary", readiness.summary}};
    json["state_databases"] = nullptr;
    if (const auto* found = replicasIn(readiness))
        json["state_databases"] = stateDatabasesJson(*found);
    const auto queue = queueDepth(readiness.facts.replies);
    json["queue"] = queue ? Json(*queue) : Json(nullptr);
    json["problems"] = findingsJson(readiness.problems);
    return json;
}

} // namespace bes::app

// SPDX-License-Identifier: Apache-2.0
#include "output/installed_view.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "answers/typed_remedy.hpp"
#include "journal/state_folder.hpp"
#include "output/plan_view.hpp"
#include "output/text.hpp"
#include "text/lists.hpp"
#include "text/path_text.hpp"

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

void showServicesAtFault(const StandbyStatus& status, Page& page) {
    std::vector<Row> rows;
    for (const ServiceStatus& entry : servicesAtFault(status))
        rows.push_back({{fmt::format("{}: {}", entry.service.unit, host::toString(entry.state)), Tone::bad},
                        fmt::format("'systemctl start {0}' starts it, 'journalctl -u {0}' shows why it ended",
                                    entry.service.unit)});
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
        page.paragraph("Only root can see whether a run was interrupted.");
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

} // namespace bes::app

// SPDX-License-Identifier: Apache-2.0
#include "output/maintenance_view.hpp"

#include <fmt/format.h>

#include "answers/typed_remedy.hpp"
#include "host/root.hpp"
#include "model/places.hpp"
#include "output/findings_view.hpp"
#include "output/install_json.hpp"
#include "output/installed_view.hpp"
#include "text/path_text.hpp"

namespace bes::app {
namespace {

void showStays(const std::vector<std::string>& stays, const Request& installed,
               const std::filesystem::path& log, Page& page) {
    std::vector<Row> rows;
    for (const std::string& line : stays)
        rows.push_back({line});
    const places::OwnPlaces& own = places::ownPlaces(host::thisSystem());
    rows.push_back(
        {fmt::format("{}, {}: the journal and the logs of setup", utf8(own.state), utf8(own.logs))});
    page.blank();
    page.paragraph({"What stays", Tone::strong});
    page.table(rows);
    if (!installed.onRunningSystem())
        page.line(fmt::format("all below {}", utf8(installed.root)), 2);
    if (!log.empty())
        page.line(fmt::format("The log of this run is {}", utf8(log)), 2);
}

std::string_view idOf(RunOutcome::Kind kind) {
    switch (kind) {
    case RunOutcome::Kind::done:
        return "done";
    case RunOutcome::Kind::nothingToDo:
        return "nothing-to-do";
    case RunOutcome::Kind::blocked:
        break;
    }
    return "blocked";
}

void showWarnings(const std::vector<Finding>& findings, Page& page) {
    std::vector<Row> rows;
    for (const Finding& finding : findings)
        if (finding.severity == Severity::warning)
            rows.push_back({{finding.title, Tone::warning}, answers::typedRemedy(finding)});
    if (rows.empty())
        return;
    page.blank();
    page.paragraph({"Warnings of the checks", Tone::strong});
    page.table(rows);
}

void showDifferences(const Plan& plan, Page& page) {
    if (plan.basis.empty())
        return;
    page.paragraph({plan.command == "upgrade" ? "Changes of the upgrade" : "Differences", Tone::strong});
    std::vector<Row> rows;
    for (const BasisEntry& difference : plan.basis)
        rows.push_back({fmt::format("{} {}", difference.id, difference.value)});
    page.table(rows);
    page.blank();
}

std::string_view participle(const Maintenance& wanted) {
    switch (wanted.kind) {
    case Maintenance::Kind::modify:
        return "modified on";
    case Maintenance::Kind::repair:
        return "repaired on";
    case Maintenance::Kind::upgrade:
        return "upgraded on";
    case Maintenance::Kind::remove:
        break;
    }
    return "removed from";
}

std::string nothingToDo(const Maintenance& wanted, const Request& installed) {
    if (wanted.kind == Maintenance::Kind::remove)
        return "Nothing to do: no standby is installed here.";
    std::string text = fmt::format("Nothing to do: {} matches its receipt.", installed.standbyName());
    if (wanted.kind == Maintenance::Kind::repair)
        text += " A repair starts no services: 'bes-standby-setup status --local' shows how they are.";
    return text;
}

} // namespace

void showMaintenancePlan(const Plan& plan, const std::vector<Finding>& findings,
                         const std::vector<std::string>& stays, Page& page) {
    const Receipt& receipt = plan.receipt;
    page.line({fmt::format("{}: standby {} of {} on {}", plan.command, receipt.standby, receipt.primary,
                           receipt.computer),
               Tone::strong});
    if (plan.steps.empty()) {
        page.line({"Nothing to do.", Tone::good});
        showWarnings(findings, page);
        return;
    }
    showDifferences(plan, page);
    page.heading("Steps");
    std::vector<Row> rows;
    for (const Step& step : plan.steps)
        rows.push_back({fmt::format("{:>2}", rows.size() + 1), step.title});
    page.table(rows);
    if (!stays.empty())
        showStays(stays, plan.request, {}, page);
    showRoom(findings, page);
    showWarnings(findings, page);
}

void showMaintenance(const RunOutcome& outcome, const Maintenance& wanted, const Request& installed,
                     const StandbyStatus* standby, const std::filesystem::path& log, Page& page) {
    switch (outcome.kind) {
    case RunOutcome::Kind::blocked:
        showFindings(outcome.findings, FindingsShown::problems, page, toString(wanted.kind));
        page.line("Nothing was changed.");
        break;
    case RunOutcome::Kind::nothingToDo:
        page.line({nothingToDo(wanted, installed), Tone::good});
        showWarnings(outcome.findings, page);
        break;
    case RunOutcome::Kind::done:
        page.blank();
        showDifferences(outcome.plan, page);
        page.line({fmt::format("{} is {} {}.", outcome.plan.receipt.standby, participle(wanted),
                               outcome.plan.receipt.computer),
                   Tone::good});
        if (wanted.kind == Maintenance::Kind::remove)
            showStays(outcome.stays, installed, log, page);
        else if (!log.empty())
            page.line(fmt::format("The log of this run is {}", utf8(log)), 2);
        showWarnings(outcome.findings, page);
        if (standby != nullptr)
            showNewVersions(*standby, page);
        for (const Failure& failure : outcome.notStarted)
            showFailure(failure, page);
        break;
    }
}

void writeMaintenanceBegin(std::string_view command, const Request& installed, Page& page) {
    Json json = runBegin(command);
    json["primary"] = installed.primary;
    json["standby"] = installed.primary.empty() ? "" : installed.standbyName();
    writeLine(json, page);
}

void writeMaintenanceOutcome(const RunOutcome& outcome, ExitCode code, const std::filesystem::path& log,
                             Page& page) {
    Json json = resultJson(idOf(outcome.kind), code, log);
    json["run"] = outcome.run.empty() ? Json(nullptr) : Json(outcome.run);
    json["differences"] = Json::array();
    for (const BasisEntry& difference : outcome.plan.basis)
        json["differences"].push_back({{"what", difference.id}, {"difference", difference.value}});
    json["not_started"] = failuresJson(outcome.notStarted);
    json["stays"] = outcome.stays;
    json["findings"] = findingsJson(outcome.findings);
    writeLine(json, page);
}

} // namespace bes::app

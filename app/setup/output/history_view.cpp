// SPDX-License-Identifier: Apache-2.0
#include "output/history_view.hpp"

#include <fmt/format.h>

#include "output/document.hpp"
#include "output/findings_view.hpp"
#include "text/path_text.hpp"
#include "text/quantities.hpp"
#include "text/utc.hpp"

namespace bes::app {
namespace {

std::string orUnknown(const std::string& text) {
    return text.empty() ? "unknown" : text;
}

std::string durationOf(const PastRun& run) {
    const auto seconds = run.duration();
    return seconds ? roughly(std::chrono::seconds(*seconds)) : "";
}

Json runJson(const PastRun& run) {
    const journal::RecordedRun& record = run.record;
    Json json{{"run", record.id},
              {"command", record.command},
              {"outcome", toString(run.ending)},
              {"began_at", record.beganAt},
              {"ended_at", record.endedAt},
              {"seconds", nullptr},
              {"account", record.account},
              {"setup_version", record.setupVersion},
              {"steps", record.steps},
              {"steps_done", record.stepsDone},
              {"exit_code", exitCodeJson(run.exitCode())},
              {"failure", nullptr}};
    if (const auto seconds = run.duration())
        json["seconds"] = *seconds;
    if (record.failure)
        json["failure"] = failureJson(*record.failure);
    return json;
}

std::string_view stateWord(journal::StepState state) {
    switch (state) {
    case journal::StepState::pending:
        return "not begun";
    case journal::StepState::begun:
        return "begun";
    case journal::StepState::done:
        return "done";
    case journal::StepState::undone:
        return "rolled back";
    }
    return "";
}

std::string stateId(journal::StepState state) {
    std::string word(stateWord(state));
    for (char& letter : word)
        if (letter == ' ')
            letter = '-';
    return word;
}

/// "12:00:03": the day is that of the run.
std::string timeOf(const std::string& utc) {
    return utc.size() == 20 ? utc.substr(11, 8) : "";
}

std::string timesOf(const journal::RecordedStep& step) {
    const auto begin = timeOfUtc(step.beganAt);
    const auto end = timeOfUtc(step.endedAt);
    if (!begin)
        return "";
    return timeOf(step.beganAt) +
           (end && *end >= *begin ? fmt::format(", {} s", *end - *begin) : std::string());
}

void showSteps(const Replay& replay, Page& page) {
    std::vector<Row> rows;
    for (std::size_t i = 0; i < replay.plan.steps.size(); ++i) {
        const bool noted = i < replay.steps.size();
        const auto state = noted ? replay.steps[i].state : journal::StepState::pending;
        const Tone tone = state == journal::StepState::done     ? Tone::good
                          : state == journal::StepState::undone ? Tone::warning
                                                                : Tone::faint;
        rows.push_back({fmt::format("{:>2}", i + 1),
                        {std::string(stateWord(state)), tone},
                        noted ? timesOf(replay.steps[i]) : "",
                        replay.plan.steps[i].title});
    }
    page.blank();
    page.heading("Steps");
    page.table(rows);
}

} // namespace

Cell endingOf(const PastRun& run) {
    const std::string what = run.record.failure ? ": " + run.record.failure->what : std::string();
    switch (run.ending) {
    case Ending::underWay:
        return {fmt::format("in progress: {} of {} steps", run.record.stepsDone, run.record.steps),
                Tone::strong};
    case Ending::interrupted:
        return {fmt::format("interrupted: {} of {} steps{}", run.record.stepsDone, run.record.steps, what),
                Tone::bad};
    case Ending::rolledBack:
        return {"rolled back" + what, Tone::warning};
    case Ending::done:
        break;
    }
    return {run.record.failure ? "done, but" + what : "done",
            run.record.failure ? Tone::warning : Tone::good};
}

void showRuns(const std::vector<PastRun>& runs, Page& page) {
    if (runs.empty()) {
        page.line("No run has changed this computer.");
        return;
    }
    std::vector<Row> rows{{{"run", Tone::faint},
                           {"began (UTC)", Tone::faint},
                           {"took", Tone::faint},
                           {"by", Tone::faint},
                           {"command", Tone::faint},
                           {"outcome", Tone::faint}}};
    for (const PastRun& run : runs)
        rows.push_back({run.record.id, run.record.beganAt, durationOf(run), run.record.account,
                        run.record.command, endingOf(run)});
    page.table(rows, 0);
}

Json runsDocument(const std::vector<PastRun>& runs) {
    Json json = document("history");
    json["runs"] = Json::array();
    for (const PastRun& run : runs)
        json["runs"].push_back(runJson(run));
    return json;
}

void showReplay(const Replay& replay, const std::vector<std::filesystem::path>& logs, Page& page) {
    const journal::RecordedRun& record = replay.run.record;
    page.line({fmt::format("{} {}", record.command, record.id), Tone::strong});
    std::vector<Row> rows{{"outcome", endingOf(replay.run)},
                          {"began", record.beganAt},
                          {"ended", orUnknown(record.endedAt)},
                          {"took", orUnknown(durationOf(replay.run))},
                          {"by", orUnknown(record.account)},
                          {"setup", orUnknown(record.setupVersion)},
                          {"standby", fmt::format("{} of {} on {}", replay.plan.receipt.standby,
                                                  replay.plan.receipt.primary, replay.plan.receipt.computer)},
                          {"database", replay.plan.request.database.place()}};
    for (const std::filesystem::path& log : logs)
        rows.push_back({"log", utf8(log)});
    page.table(rows);
    if (record.failure) {
        page.blank();
        showFailure(*record.failure, page);
    }
    showSteps(replay, page);
    page.blank();
    if (replay.findings)
        showFindings(*replay.findings, FindingsShown::notices, page, record.command);
    else
        page.line("The findings before this run were not kept: an older version of setup made it.");
}

Json replayDocument(const Replay& replay, const std::vector<std::filesystem::path>& logs) {
    Json json = document("history-run");
    json["run"] = runJson(replay.run);
    json["steps"] = Json::array();
    for (std::size_t i = 0; i < replay.plan.steps.size(); ++i) {
        const journal::RecordedStep step =
            i < replay.steps.size() ? replay.steps[i] : journal::RecordedStep{};
        json["steps"].push_back({{"id", replay.plan.steps[i].id},
                                 {"title", replay.plan.steps[i].title},
                                 {"state", stateId(step.state)},
                                 {"began_at", step.beganAt},
                                 {"ended_at", step.endedAt}});
    }
    json["findings"] = replay.findings ? findingsJson(*replay.findings) : Json(nullptr);
    json["logs"] = Json::array();
    for (const std::filesystem::path& log : logs)
        json["logs"].push_back(utf8(log));
    json["plan"] = toJson(replay.plan);
    return json;
}

void showChanges(const PastRun& since, const FindingChanges& changes, Page& page) {
    const auto list = [&](std::string_view what, const std::vector<Finding>& findings, Tone tone) {
        std::vector<Row> rows;
        for (const Finding& finding : findings)
            rows.push_back({{std::string(toString(finding.severity)), Tone::faint},
                            {finding.title, finding.severity == Severity::passed ? Tone::plain : tone},
                            {finding.id, Tone::faint}});
        page.group(what, rows);
    };
    page.blank();
    page.line({fmt::format("Since the {} of {}", since.record.command, since.record.beganAt), Tone::strong});
    list("New", changes.appeared, Tone::warning);
    list("Gone", changes.gone, Tone::plain);
    page.line(fmt::format("{} new, {} gone, {} the same.", changes.appeared.size(), changes.gone.size(),
                          changes.same));
}

Json changesJson(const PastRun& since, const FindingChanges& changes) {
    return {{"run", since.record.id},
            {"began_at", since.record.beganAt},
            {"new", findingsJson(changes.appeared)},
            {"gone", findingsJson(changes.gone)},
            {"same", changes.same}};
}

} // namespace bes::app

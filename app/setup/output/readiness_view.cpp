// SPDX-License-Identifier: Apache-2.0
#include "output/readiness_view.hpp"

#include <fmt/format.h>

#include "answers/typed_remedy.hpp"
#include "output/document.hpp"
#include "output/text.hpp"
#include "text/lists.hpp"

namespace bes::app {
namespace {

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

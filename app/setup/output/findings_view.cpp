// SPDX-License-Identifier: Apache-2.0
#include "output/findings_view.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "answers/typed_remedy.hpp"
#include "output/text.hpp"
#include "text/lists.hpp"
#include "text/path_text.hpp"
#include "text/quantities.hpp"

namespace bes::app {
namespace {

struct Group {
    Severity severity;
    std::string_view heading;
    std::string_view noun;
    Tone tone;
};

constexpr std::array groups{
    Group{Severity::blocker, "Blockers", "blocker", Tone::bad},
    Group{Severity::warning, "Warnings", "warning", Tone::warning},
    Group{Severity::information, "Good to know", "notice", Tone::strong},
};

std::size_t countOf(const std::vector<Finding>& findings, Severity severity) {
    return static_cast<std::size_t>(std::ranges::count(findings, severity, &Finding::severity));
}

void showFinding(const Finding& finding, Page& page) {
    page.line(Row{{finding.title, Tone::strong}, {"  [" + finding.id + "]", Tone::faint}}, 2);
    if (!finding.evidence.empty())
        page.paragraph(finding.evidence, 6);
    if (!finding.remedy.empty())
        page.table({{"Remedy:", answers::typedRemedy(finding)}}, 6);
}

void showPassed(const std::vector<Finding>& findings, Page& page) {
    std::vector<Row> rows;
    for (const Finding& finding : findings)
        if (finding.severity == Severity::passed)
            rows.push_back({{finding.id, Tone::faint}, finding.title});
    if (rows.empty())
        return;
    page.line({"Passed", Tone::good});
    page.table(rows);
    page.blank();
}

std::string summary(const std::vector<Finding>& findings) {
    std::vector<std::string> parts;
    for (const Group& group : groups)
        if (const std::size_t count = countOf(findings, group.severity); count > 0)
            parts.push_back(counted(count, group.noun));
    parts.push_back(std::to_string(countOf(findings, Severity::passed)) + " passed");
    return joined(parts);
}

} // namespace

void showFindings(const std::vector<Finding>& findings, FindingsShown shown, Page& page,
                  std::string_view what) {
    for (const Group& group : groups) {
        const bool wanted = group.severity != Severity::information || shown != FindingsShown::problems;
        if (!wanted || countOf(findings, group.severity) == 0)
            continue;
        page.line({group.heading, group.tone});
        for (const Finding& finding : findings)
            if (finding.severity == group.severity)
                showFinding(finding, page);
        page.blank();
    }
    if (shown == FindingsShown::all)
        showPassed(findings, page);
    const bool blocked = blocks(findings);
    const std::string verdict =
        blocked ? fmt::format("Resolve all blockers to {}", what) : fmt::format("Ready to {}", what);
    page.line(Row{{verdict, blocked ? Tone::bad : Tone::good}, ": " + summary(findings) + "."});
}

void showRoom(const std::vector<Finding>& findings, Page& page) {
    std::vector<Row> rows;
    for (const Finding& finding : findings)
        if (finding.id == "disk.space" && finding.severity == Severity::passed)
            rows.push_back({finding.evidence});
    page.group("Room", rows);
}

void showFailure(const Failure& failure, Page& page, const std::filesystem::path& log) {
    page.line(Row{{"bes-standby-setup: ", Tone::bad}, failure.what, {"  [" + failure.id + "]", Tone::faint}});
    std::vector<Row> rows;
    if (!failure.why.empty())
        rows.push_back({"why:", failure.why});
    if (!failure.remedy.empty())
        rows.push_back({"remedy:", answers::typedRemedy(failure)});
    if (!log.empty())
        rows.push_back({"log:", utf8(log)});
    page.table(rows);
}

} // namespace bes::app

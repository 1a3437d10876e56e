// SPDX-License-Identifier: Apache-2.0
#include "domino/probe_protocol.hpp"
#include "domino/readiness.hpp"
#include "domino/verdicts.hpp"
#include "fuzz.hpp"

namespace bes::fuzz {
namespace {

using namespace bes::domino;

void requireReadable(const std::string& line, ProbeReport& report) {
    const auto read = readLine(line, report);
    require(read.has_value(), "what the probe writes can be read", line);
}

/// The lines that a probe with these answers writes give the same report.
void requireRoundTrip(const ProbeReport& report) {
    ProbeReport again;
    requireReadable(startLine(*report.start), again);
    for (const Question& question : report.answered)
        requireReadable(answerLine(report, question), again);
    if (report.complete)
        requireReadable(endLine(again), again);
    require(again == report, "what the probe writes is read as the same");
}

void requireShowable(const std::vector<Finding>& findings) {
    for (const Finding& finding : findings)
        for (const std::string& text : {finding.title, finding.evidence, finding.remedy})
            fuzz::requireShowable(text, "a finding can be shown");
}

void judge(const ProbeReport& report) {
    DominoFacts facts{
        report.start->primary, report.start->own, "libnotes.so", report.start->account, "", report};
    requireShowable(verdicts(facts));
    const Readiness readiness = readinessOf(std::move(facts));
    fuzz::requireShowable(readiness.summary, "how ready a standby is can be shown");
    requireShowable(readiness.problems);
}

} // namespace

void tryInput(std::string_view input) {
    ProbeReport report;
    while (!input.empty()) {
        const std::size_t end = std::min(input.find('\n'), input.size());
        const ProbeReport before = report;
        if (const auto read = readLine(input.substr(0, end), report); !read) {
            fuzz::requireShowable(read.error());
            require(report == before, "a line that is refused changes nothing");
        }
        input.remove_prefix(std::min(end + 1, input.size()));
    }
    (void)interruptedAt(report);
    if (!report.start)
        return;
    if (report.answered.size() < 100)
        requireRoundTrip(report);
    judge(report);
}

} // namespace bes::fuzz

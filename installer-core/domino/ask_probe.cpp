// SPDX-License-Identifier: Apache-2.0
#include "domino/ask_probe.hpp"

#include <algorithm>
#include <sstream>

#include "domino/probe_protocol.hpp"
#include "host/others_write.hpp"
#include "host/own_process.hpp"
#include "host/process.hpp"
#include "host/root.hpp"
#include "model/system_words.hpp"
#include "text/path_text.hpp"

namespace bes::domino {
namespace {

/// The probe ends itself a little after we would have ended it: for the case that setup is killed.
constexpr std::chrono::seconds afterOurLimit{5};

std::vector<std::string> wordsOf(const ProbeQuestions& questions) {
    std::string topics;
    for (const Topic topic : questions.topics)
        topics.append(topics.empty() ? "" : ",").append(toString(topic));
    std::vector<std::string> words{utf8(questions.probe),
                                   "--primary=" + questions.primary,
                                   "--root=" + utf8(questions.root),
                                   "--questions=" + topics,
                                   "--interval=" + secondsOf(questions.betweenReadings),
                                   "--limit=" + std::to_string((questions.limit + afterOurLimit).count())};
    if (!questions.standby.empty())
        words.push_back("--own=" + questions.standby);
    if (!questions.notesIni.empty())
        words.push_back("--notes-ini=" + utf8(questions.notesIni));
    if (!questions.programFolder.empty())
        words.push_back("--program-folder=" + utf8(questions.programFolder));
    return words;
}

/// The lines that are none of the protocol are left out; says what the first of them was.
std::string readLines(const std::string& output, ProbeReport& report) {
    std::string rubbish;
    std::istringstream lines(output);
    for (std::string line; std::getline(lines, line);)
        if (const auto taken = readLine(line, report); !taken && rubbish.empty())
            rubbish = "the probe wrote an invalid answer: " + taken.error().why;
    return rubbish;
}

std::string lastLine(std::string text) {
    text.erase(text.find_last_not_of("\r\n") + 1);
    return text.substr(text.find_last_of('\n') + 1);
}

std::string questionOf(const ProbeReport& report) {
    const auto question = interruptedAt(report);
    return question ? " at the question \"" + describe(*question) + "\"" : "";
}

/// Empty where it came to its end in order.
std::string howEnded(const host::FollowedProcess& process, const ProbeReport& report,
                     std::chrono::seconds limit) {
    const std::string said = lastLine(process.errors);
    const std::string words = said.empty() ? "" : ", its last words were: " + said;
    if (process.stopped)
        return "it was cancelled";
    if (process.tookTooLong)
        return "there was no answer" + questionOf(report) + " when the limit of " +
               std::to_string(limit.count()) + " seconds passed";
    if (const auto signal = process.signal(); signal && !report.complete)
        return "the Notes runtime ended the probe" + questionOf(report) + " with signal " +
               std::to_string(*signal) + words;
    if (process.exitCode != 0 || !report.complete)
        return "the probe ended" + questionOf(report) + " with code " + std::to_string(process.exitCode) +
               words;
    return {};
}

void explain(Replies& replies, const std::vector<Topic>& asked, const std::string& why) {
    for (const Question& question : allQuestions()) {
        const bool wasAsked = std::ranges::find(asked, question.topic) != asked.end();
        visitReply(replies, question, [&](auto& answer) {
            if (answer.verdict == Verdict::unknown && answer.reason == Reason{})
                *answer.reason =
                    wasAsked ? Reason{.kind = ReasonClass::notAnswered, .source = "", .text = why}
                             : Reason{.kind = ReasonClass::notAsked, .source = "", .text = "Not queried"};
        });
    }
}

} // namespace

namespace {

/// Root runs it before it takes Domino's account.
Result<void> expectOwn(const std::filesystem::path& probe) {
    return host::expectNoOtherWriter(
        probe, host::ownAndCallingAccounts(),
        {ExitCode::failed, "probe.others-write",
         "The probe " + utf8(probe) + " is not run as " + administratorOf(host::thisSystem()), "", ""});
}

} // namespace

std::filesystem::path ownProbe() {
    const auto programs = host::ownProgramFolder();
    const std::string name = host::programFile("bes-domino-probe");
    const auto installed = (programs / BES_PROBE_FROM_PROGRAMS / name).lexically_normal();
    std::error_code none;
    return std::filesystem::exists(installed, none) ? installed : programs / name;
}

DominoFacts askProbe(const ProbeQuestions& questions) {
    DominoFacts facts;
    facts.primary = questions.primary;
    facts.standby = questions.standby;
    const auto process = expectOwn(questions.probe).and_then([&] {
        return host::runAndFollow(wordsOf(questions), questions.limit, questions.stop, host::Child::probe);
    });
    ProbeReport report;
    if (process) {
        const std::string rubbish = readLines(process->output, report);
        facts.probeEnded = howEnded(*process, report, questions.limit);
        if (!rubbish.empty())
            facts.probeEnded += (facts.probeEnded.empty() ? "" : "; ") + rubbish;
    } else {
        facts.probeEnded = process.error().what + ": " + process.error().why;
    }
    if (report.start && !report.start->programFolder.empty())
        facts.library = report.start->programFolder;
    if (report.start)
        facts.account = report.start->account;
    facts.replies = std::move(static_cast<Replies&>(report));
    explain(facts.replies, questions.topics,
            facts.probeEnded.empty() ? "The probe skipped it" : "Not answered: " + facts.probeEnded);
    return facts;
}

} // namespace bes::domino

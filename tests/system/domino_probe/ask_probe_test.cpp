// SPDX-License-Identifier: Apache-2.0
#include "domino/ask_probe.hpp"

#include <deque>
#include <filesystem>
#include <fstream>
#include <future>

#include <catch2/catch.hpp>

#include "places_of_tests.hpp"
#include "probe_run.hpp"

using namespace bes;
using namespace bes::domino;
using namespace std::chrono_literals;

namespace {

ProbeQuestions questionsFor(const PracticeDomino& computer) {
    ProbeQuestions questions;
    questions.probe = BES_PROBE;
    questions.primary = "CN=Mail01/O=Acme";
    questions.standby = "Mail11/Acme";
    questions.root = computer.root();
    questions.notesIni = computer.notesIni();
    questions.betweenReadings = 10ms;
    return questions;
}

/// The lines that the probe writes where all is well.
std::string goodLines() {
    const PracticeDomino computer("good");
    return runToEnd({BES_PROBE, "--primary=CN=Mail01/O=Acme", "--own=Mail11/Acme", "--interval=0",
                     "--root=" + computer.root().string()})
        .output;
}

/// A program that writes the first of those lines, as many as are said, and then does something else.
class SpoiltProbe {
public:
    SpoiltProbe(const std::string& lines, std::size_t count, const std::string& then) {
        std::ofstream(folder_.path() / "lines") << lines;
        std::ofstream script(program());
        script << "#!/bin/sh\nhead -n " << count << " '" << (folder_.path() / "lines").string() << "'\n"
               << then << '\n';
        script.close();
        std::filesystem::permissions(program(), std::filesystem::perms::owner_all);
    }

    [[nodiscard]] std::filesystem::path program() const { return folder_.path() / "probe"; }

private:
    TemporaryFolder folder_;
};

DominoFacts ask(const SpoiltProbe& probe, std::chrono::seconds limit = 60s) {
    ProbeQuestions questions;
    questions.probe = probe.program();
    questions.primary = "CN=Mail01/O=Acme";
    questions.limit = limit;
    return askProbe(questions);
}

/// The first answers are there, the others are unknown and say why.
void checkCutOff(const DominoFacts& facts, std::size_t answered, const std::string& why) {
    INFO(facts.probeEnded);
    CHECK_THAT(facts.probeEnded, Catch::Contains(why));
    const auto all = allQuestions();
    for (std::size_t i = 0; i < all.size(); ++i)
        visitReply(facts.replies, all[i], [&](const auto& answer) {
            INFO(describe(all[i]));
            if (i < answered) {
                CHECK(answer.verdict == Verdict::yes);
            } else {
                CHECK(answer.verdict == Verdict::unknown);
                CHECK_THAT(answer.reason->text, Catch::Contains(why));
            }
        });
}

} // namespace

TEST_CASE("the installer learns all that the probe can tell") {
    const PracticeDomino computer("good");
    const DominoFacts facts = askProbe(questionsFor(computer));
    CHECK(facts.probeEnded.empty());
    CHECK(facts.account == dominoAccount());
    CHECK_THAT(facts.library, Catch::EndsWith("/opt/ibm/domino/notes/90010/linux"));
    for (const Question& question : allQuestions())
        visitReply(facts.replies, question,
                   [](const auto& answer) { CHECK(answer.verdict == Verdict::yes); });
}

TEST_CASE("without the name of this computer's server the ID in use tells it") {
    const PracticeDomino computer("good");
    ProbeQuestions questions = questionsFor(computer);
    questions.standby.clear();
    const DominoFacts facts = askProbe(questions);
    CHECK(facts.probeEnded.empty());
    CHECK(facts.replies.liveCluster.standby.verdict == Verdict::yes);
}

TEST_CASE("what was not asked says so") {
    const PracticeDomino computer("good");
    ProbeQuestions questions = questionsFor(computer);
    questions.topics = {Topic::liveCluster};
    const DominoFacts facts = askProbe(questions);
    CHECK(facts.replies.liveCluster.primary.verdict == Verdict::yes);
    CHECK(facts.replies.identity.verdict == Verdict::unknown);
    CHECK(facts.replies.identity.reason->text == "Not queried");
}

TEST_CASE("a probe that is killed at any question has told what it had answered") {
    const std::string lines = goodLines();
    for (std::size_t answered = 0; answered < allQuestions().size(); ++answered) {
        const SpoiltProbe probe(lines, answered + 1, "echo 'PANIC: lookup handle' >&2; kill -ABRT $$");
        const DominoFacts facts = ask(probe);
        checkCutOff(facts, answered, "signal 6");
        CHECK_THAT(facts.probeEnded, Catch::Contains(describe(allQuestions()[answered])));
        CHECK_THAT(facts.probeEnded, Catch::Contains("PANIC: lookup handle"));
    }
}

TEST_CASE("a probe that hangs at any question is ended within the limit") {
    const std::string lines = goodLines();
    // All scripts are written before the first one runs: a child of another thread would hold one open for
    // writing.
    std::deque<SpoiltProbe> probes;
    for (std::size_t answered = 0; answered < allQuestions().size(); ++answered)
        probes.emplace_back(lines, answered + 1, "sleep 300 & sleep 300");
    std::vector<std::future<std::pair<DominoFacts, std::chrono::duration<double>>>> runs;
    for (const SpoiltProbe& probe : probes)
        runs.push_back(std::async(std::launch::async, [&probe] {
            const auto begin = std::chrono::steady_clock::now();
            DominoFacts facts = ask(probe, 8s);
            return std::pair(std::move(facts),
                             std::chrono::duration<double>(std::chrono::steady_clock::now() - begin));
        }));
    for (std::size_t answered = 0; answered < runs.size(); ++answered) {
        const auto [facts, took] = runs[answered].get();
        checkCutOff(facts, answered, "limit of 8 seconds");
        CHECK(took.count() < 20);
    }
}

TEST_CASE("rubbish between the answers is left out and told") {
    const std::string lines = goodLines();
    for (std::size_t answered = 0; answered < allQuestions().size(); ++answered) {
        const SpoiltProbe probe(
            lines, answered + 1,
            "head -c 300 /dev/urandom | tr '\\n' x; echo; echo '{\"question\":\"nothing\"}'\n"
            "tail -n +" +
                std::to_string(answered + 2) + " \"$(dirname \"$0\")/lines\"");
        const DominoFacts facts = ask(probe);
        CHECK_THAT(facts.probeEnded, Catch::Contains("invalid answer"));
        for (const Question& question : allQuestions())
            visitReply(facts.replies, question,
                       [](const auto& answer) { CHECK(answer.verdict == Verdict::yes); });
    }
}

TEST_CASE("a probe that is not there, writes nothing or too much leaves all unknown") {
    ProbeQuestions questions;
    questions.probe = "/nowhere/bes-domino-probe";
    questions.primary = "CN=Mail01/O=Acme";
    checkCutOff(askProbe(questions), 0, "No such file or directory");
    checkCutOff(ask(SpoiltProbe("", 0, "exit 0")), 0, "code 0");
    checkCutOff(ask(SpoiltProbe("", 0, "head -c 40000000 /dev/zero")), 0, "invalid answer");
}

TEST_CASE("a real library that hangs, aborts or is ended leaves what was answered") {
    const std::string injected =
        R"({"based_on": "good.json", "state_databases": {"count": 20}, "injections": [
        {"function": "NSPingServer", "call": 2, )";
    const PracticeDomino hanging(injected + R"("hang_seconds": 600}]})");
    ProbeQuestions questions = questionsFor(hanging);
    questions.limit = 3s;
    const DominoFacts late = askProbe(questions);
    CHECK(late.replies.liveCluster.primary.verdict == Verdict::yes);
    CHECK(late.replies.liveCluster.standby.verdict == Verdict::unknown);
    CHECK_THAT(late.probeEnded, Catch::Contains("live-cluster of the standby"));

    const PracticeDomino aborting(injected + R"("abort": true}]})");
    const DominoFacts aborted = askProbe(questionsFor(aborting));
    CHECK(aborted.replies.liveCluster.primary.verdict == Verdict::yes);
    CHECK_THAT(aborted.replies.liveCluster.standby.reason->text, Catch::Contains("signal 6"));
}

TEST_CASE("a stop that is asked for ends the questions at once") {
    std::stop_source stop;
    stop.request_stop();
    const PracticeDomino computer("hangs-at-ping");
    ProbeQuestions questions = questionsFor(computer);
    questions.stop = stop.get_token();
    const auto begin = std::chrono::steady_clock::now();
    CHECK(askProbe(questions).probeEnded == "it was cancelled");
    CHECK(std::chrono::steady_clock::now() - begin < 5s);
}

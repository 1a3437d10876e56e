// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>

#include "output/line_progress.hpp"
#include "output/terminal_progress.hpp"
#include "unit/console/screen.hpp"

using namespace bes::app;
using namespace std::chrono_literals;
using Catch::Matchers::Contains;

namespace {

constexpr std::uint64_t mebibyte = 1u << 20;

/// A terminal at a time that the test sets.
struct TimedTerminal {
    Screen screen{100};
    Pace::Time now{1h};
    TerminalProgress progress{screen.console.out, "", [this] { return now; }};

    /// What was drawn since the last call.
    std::string drawn() {
        std::string text = screen.out.str();
        screen.out.str("");
        return text;
    }
    void pass(std::chrono::milliseconds time, std::uint64_t done) {
        now += time;
        progress.advanced(done);
    }
};

} // namespace

TEST_CASE("a terminal shows how far, how fast and how long") {
    TimedTerminal terminal;
    terminal.progress.started(2, 400 * mebibyte);
    terminal.progress.stepStarted(0, "packages.stage", "Verify and unpack 9 packages");
    terminal.drawn();
    terminal.pass(1s, 100 * mebibyte);
    CHECK(terminal.drawn() ==
          "\r\x1b[K  [#####...............]  25 %  100 MiB/s  3 s left  Verify and unpack 9 packages");
    terminal.progress.stepFinished(0, "packages.stage");
    CHECK_THAT(terminal.drawn(), Contains("\r\x1b[K  done    Verify and unpack 9 packages\n"));
}

TEST_CASE("a terminal is drawn at most ten times a second") {
    TimedTerminal terminal;
    terminal.progress.started(1, 1000 * mebibyte);
    terminal.progress.stepStarted(0, "a", "A");
    terminal.drawn();
    std::size_t draws = 0;
    for (std::uint64_t i = 1; i <= 1000; ++i) {
        terminal.pass(1ms, i * mebibyte);
        draws += terminal.drawn().empty() ? 0 : 1;
    }
    CHECK(draws <= 10);
    CHECK(draws >= 9);
}

TEST_CASE("only where weight is bytes is there a pace in bytes") {
    TimedTerminal terminal;
    terminal.progress.started(2, 4 * mebibyte);
    terminal.progress.stepStarted(0, "a", "A");
    terminal.pass(2s, 2 * mebibyte);
    CHECK_THAT(terminal.drawn(), Contains("50 %") && Contains("2 s left") && !Contains("MiB/s"));
    terminal.progress.stepFinished(0, "a");
    terminal.progress.stepStarted(1, "packages.stage", "B");
    terminal.pass(1s, 3 * mebibyte);
    CHECK_THAT(terminal.drawn(), Contains("75 %  1 MiB/s")); // of this step alone
}

TEST_CASE("the line of a terminal is never wider than it") {
    Screen screen(30);
    TerminalProgress progress(screen.console.out, "", [] { return Pace::Time{}; });
    progress.started(1, 10);
    progress.stepStarted(0, "a", "A title that is longer than the terminal is wide");
    CHECK(screen.out.str() == "\r\x1b[K  [....................]  ...");
}

TEST_CASE("a terminal shows what is undone, without a bar") {
    TimedTerminal terminal;
    terminal.progress.started(2, 100);
    terminal.progress.stepStarted(0, "a", "A");
    terminal.drawn();
    terminal.progress.undoStarted("No space left on device");
    terminal.progress.stepUndone("a", "Reserve BES01");
    CHECK(terminal.drawn() == "\r\x1b[K  failed  No space left on device\n"
                              "  Rolling back:\n"
                              "\r\x1b[K  rolled back  Reserve BES01\n");
}

TEST_CASE("the rollback of an earlier run is not told as a failure of this one") {
    TimedTerminal terminal;
    terminal.progress.undoStarted("the install of 10:00 was interrupted");
    CHECK(terminal.drawn() == "\r\x1b[K  Rolling back: the install of 10:00 was interrupted\n");
    Screen screen;
    PlainProgress progress(screen.console.out);
    progress.undoStarted("the install of 10:00 was interrupted");
    progress.stepUndone("a", "Reserve BES01");
    CHECK(screen.out.str() ==
          "rolling back: the install of 10:00 was interrupted\nrolled back: Reserve BES01\n");
}

TEST_CASE("more weight than announced is not more than all") {
    TimedTerminal terminal;
    terminal.progress.started(1, 100);
    terminal.progress.stepStarted(0, "a", "A");
    terminal.pass(1s, 1000);
    CHECK_THAT(terminal.drawn(), Contains("[####################] 100 %"));
    TimedTerminal nothing;
    nothing.progress.started(0, 0);
    nothing.progress.stepStarted(0, "a", "A");
    nothing.pass(1s, 0); // no division by nothing
}

TEST_CASE("a pipe gets a line for each step") {
    Screen screen;
    PlainProgress progress(screen.console.out);
    progress.started(2, 100);
    progress.stepStarted(0, "a", "Reserve BES01");
    progress.advanced(10);
    progress.stepFinished(0, "a");
    progress.stepStarted(1, "b", "Unpack");
    progress.undoStarted("the disk is full");
    progress.stepUndone("a", "Reserve BES01");
    CHECK(screen.out.str() == "[1/2] Reserve BES01\n[2/2] Unpack\nfailed: the disk is full\n"
                              "rolling back\nrolled back: Reserve BES01\n");
}

TEST_CASE("a program gets one JSON event in each line") {
    Screen screen;
    JsonProgress progress(screen.console.out);
    progress.started(1, 100);
    progress.stepStarted(0, "a", "Line\nbreak \"quoted\"");
    progress.advanced(100);
    progress.stepFinished(0, "a");
    progress.undoStarted("why");
    progress.stepUndone("a", "A");
    progress.note("waiting");
    std::vector<std::string> events;
    std::istringstream lines(screen.out.str());
    for (std::string line; std::getline(lines, line);)
        events.push_back(nlohmann::json::parse(line).at("event"));
    CHECK(events == std::vector<std::string>{"started", "step-started", "progress", "step-finished",
                                             "undo-started", "step-undone", "note"});
}

TEST_CASE("durations are short to read") {
    CHECK(durationText(0s) == "0 s");
    CHECK(durationText(59s) == "59 s");
    CHECK(durationText(125s) == "2:05 min");
    CHECK(durationText(3720s) == "1:02 h");
}

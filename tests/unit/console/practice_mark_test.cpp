// SPDX-License-Identifier: Apache-2.0
#include <fstream>

#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>

#include "output/document.hpp"
#include "output/terminal_progress.hpp"
#include "practice_mark.hpp"
#include "run.hpp"
#include "unit/console/screen.hpp"
#include "unit/temporary_folder.hpp"

using namespace bes;
using namespace bes::app;

namespace {

/// A practice computer, by its mark alone.
struct PracticeComputer : TemporaryFolder {
    PracticeComputer() {
        std::filesystem::create_directory(path() / "etc");
        std::ofstream(path() / "etc/bes-standby-practice") << "practice\n";
    }
};

std::vector<std::string> linesOf(const std::string& text) {
    std::istringstream in(text);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);)
        lines.push_back(line);
    return lines;
}

bool allMarked(const std::string& text) {
    return std::ranges::all_of(linesOf(text),
                               [](const auto& line) { return line.starts_with("PRACTICE | "); });
}

} // namespace

TEST_CASE("every line about a practice computer says so, in the width that there is") {
    Screen screen(40, true);
    markAsPractice(screen.console, false);
    markAsPractice(screen.console, false);
    screen.console.out.paragraph("one two three four five six seven eight nine ten");
    screen.console.out.blank();
    screen.console.errors.line("wrong");
    CHECK(screen.out.str() == "PRACTICE | one two three four five six\n"
                              "PRACTICE | seven eight nine ten\n"
                              "PRACTICE | \n");
    CHECK(screen.errors.str() == "PRACTICE | wrong\n");
}

TEST_CASE("a line that is drawn anew is marked anew") {
    Screen screen;
    markAsPractice(screen.console, false);
    {
        TerminalProgress progress(screen.console.out, "waiting");
        progress.started(1, 10);
        progress.stepStarted(0, "a", "First");
        progress.stepFinished(0, "a");
    }
    CHECK_THAT(screen.out.str(), Catch::Matchers::StartsWith("PRACTICE | waiting\r\x1b[KPRACTICE |   [") &&
                                     Catch::Matchers::Contains("\r\x1b[KPRACTICE |   done    First\n") &&
                                     Catch::Matchers::EndsWith("\n\r\x1b[K"));
}

TEST_CASE("JSON about a practice computer stays JSON and says so") {
    Screen screen;
    markAsPractice(screen.console, true);
    writeLine({{"event", "note"}}, screen.console.out);
    write(document("status"), screen.console.out);
    const std::string text = screen.out.str();
    const auto end = text.find('\n');
    CHECK(nlohmann::json::parse(text.substr(0, end)).at("practice") == true);
    CHECK(nlohmann::json::parse(text.substr(end)).at("practice") == true);
}

TEST_CASE("a run is practice by the mark of its computer, and by nothing else") {
    const PracticeComputer practice;
    const TemporaryFolder real;
    const auto shown = [](std::vector<std::string> words, const answers::Environment& environment) {
        Screen screen;
        words.insert(words.begin(), {"status", "--local"});
        [[maybe_unused]] const auto code = run(words, environment, screen.console);
        return screen.out.str() + screen.errors.str();
    };
    const std::string folder = practice.path();
    CHECK(allMarked(shown({"--root", folder}, {})));
    CHECK(allMarked(shown({"--target.root=" + folder}, {})));
    CHECK(allMarked(shown({"--root", folder, "--no-such-option"}, {})));
    CHECK(allMarked(shown({}, {{"BES_STANDBY_TARGET_ROOT", Secret(folder)}})));
    std::ofstream(real.path() / "answers.ini") << "[target]\nroot = " << folder << "\n";
    CHECK(allMarked(shown({"--answer-file", real.path() / "answers.ini"}, {})));

    const auto none = [](const std::string& text) { return text.find("PRACTICE") == text.npos; };
    CHECK(none(shown({"--root", real.path()}, {})));
    CHECK(none(shown({"--root", real.path()}, {{"BES_STANDBY_TARGET_ROOT", Secret(folder)}})));
    std::filesystem::create_directory(real.path() / "etc");
    std::filesystem::create_symlink(practice.path() / "etc/bes-standby-practice",
                                    real.path() / "etc/bes-standby-practice");
    CHECK(none(shown({"--root", real.path()}, {})));
}

TEST_CASE("text that may go into a file has no marks") {
    Screen screen;
    CHECK(run({"answers", "new"}, {{"BES_STANDBY_TARGET_ROOT", Secret(PracticeComputer().path())}},
              screen.console) == ExitCode::success);
    CHECK(screen.out.str().find("PRACTICE") == std::string::npos);
}

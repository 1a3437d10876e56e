// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>

#include "command.hpp"
#include "model/ids.hpp"
#include "run.hpp"
#include "unit/console/screen.hpp"

using Catch::Matchers::Contains;
using namespace bes;

namespace {

/// What a command line gives.
struct Ran {
    explicit Ran(const std::vector<std::string>& words) { code = app::run(words, {}, screen.console); }

    [[nodiscard]] std::string out() const { return screen.out.str(); }
    [[nodiscard]] std::string errors() const { return screen.errors.str(); }
    [[nodiscard]] nlohmann::json json() const { return nlohmann::json::parse(out()); }

    Screen screen{200};
    ExitCode code;
};

} // namespace

TEST_CASE("a misspelt command stops and names the nearest") {
    CHECK(Ran({"instal"}).code == ExitCode::usage);
    CHECK_THAT(Ran({"instal"}).errors(),
               Contains("Unknown command instal") && Contains("did you mean install?"));
    CHECK_THAT(Ran({"media", "verfy"}).errors(), Contains("did you mean media verify?"));
    CHECK_THAT(Ran({"media"}).errors(), Contains("known are capture, create, verify, license, list"));
    CHECK_THAT(Ran({"help", "instal"}).errors(), Contains("did you mean 'help install'?"));
    CHECK(Ran({"--jsno"}).code == ExitCode::usage);
}

TEST_CASE("a misspelt option or a word too many stops every command") {
    for (const app::Command& command : app::commands()) {
        INFO(command.name);
        std::vector<std::string> words{"--no-such-option", "--json"};
        words.insert(words.begin(), command.name);
        if (const auto space = command.name.find(' '); space != std::string::npos) {
            words[0] = command.name.substr(0, space);
            words.insert(words.begin() + 1, command.name.substr(space + 1));
        }
        const Ran unknown(words);
        CHECK(unknown.code == ExitCode::usage);
        CHECK_THAT(unknown.out(), Contains("unknown option --no-such-option"));
    }
    CHECK_THAT(Ran({"version", "--jsno"}).errors(), Contains("did you mean --json?"));
    CHECK_THAT(Ran({"version", "5"}).errors(), Contains("unexpected word 5"));
    CHECK_THAT(Ran({"database", "release"}).errors(), Contains("PRIMARY is missing"));
}

TEST_CASE("every command has a help with all of its options") {
    for (const app::Command& command : app::commands()) {
        const Ran help({"help", command.name});
        INFO(command.name);
        CHECK(help.code == ExitCode::success);
        CHECK_THAT(help.out(),
                   Contains("Usage: bes-standby-setup " + command.name) && Contains(command.summary));
        const auto options = app::optionsOf(command);
        for (const auto& option : options.options())
            CHECK_THAT(help.out(), Contains("--" + option->long_name()));
        for (const std::string& answer : command.answers)
            CHECK_THAT(help.out(), Contains("--" + answer));
    }
    CHECK(Ran({"install", "--help"}).out() == Ran({"help", "install"}).out());
    CHECK(Ran({"install", "-h"}).out() == Ran({"help", "install"}).out());
    CHECK(Ran({"media", "verify", "--help"}).out() == Ran({"help", "media", "verify"}).out());
}

TEST_CASE("help fits a terminal of 80 columns") {
    for (const app::Command& command : app::commands()) {
        Screen screen(80);
        REQUIRE(app::run({"help", command.name}, {}, screen.console) == ExitCode::success);
        std::istringstream lines(screen.out.str());
        for (std::string line; std::getline(lines, line);)
            CHECK(line.size() <= 80);
    }
}

TEST_CASE("without a command there is help, as an error") {
    CHECK(Ran({}).code == ExitCode::usage);
    CHECK_THAT(Ran({}).errors(), Contains("Commands"));
    CHECK(Ran({}).out().empty());
    CHECK(Ran({"--help"}).code == ExitCode::success);
    CHECK_THAT(Ran({"--help"}).out(), Contains("Commands"));
    CHECK(Ran({"--version"}).out() == Ran({"version"}).out());
}

TEST_CASE("exit codes are listed from the one table") {
    const auto listed = Ran({"help", "exit-codes", "--json"}).json();
    CHECK(listed["format"] == "bes-standby-setup.exit-codes");
    REQUIRE(listed["exit_codes"].size() == exitCodes().size());
    for (std::size_t i = 0; i < exitCodes().size(); ++i) {
        CHECK(listed["exit_codes"][i]["number"] == static_cast<int>(exitCodes()[i].code));
        CHECK(listed["exit_codes"][i]["id"] == exitCodes()[i].id);
    }
}

TEST_CASE("ids of findings, failures and steps are listed from the one table") {
    const auto listed = Ran({"help", "findings", "--json"}).json();
    CHECK(listed["format"] == "bes-standby-setup.ids");
    CHECK(listed["findings"].size() == findingIds().size());
    CHECK(listed["failures"].size() == failureIds().size());
    CHECK(listed["steps"].size() == stepIds().size());
    const std::string shown = Ran({"help", "findings"}).out();
    for (const auto ids : {findingIds(), failureIds(), stepIds()})
        for (const IdEntry& entry : ids) {
            INFO(entry.id);
            CHECK(shown.find(entry.id) != std::string::npos);
        }
}

TEST_CASE("a failure is a document for programs and three lines for people") {
    const Ran program({"--json", "database", "show"});
    CHECK(program.code == ExitCode::usage);
    CHECK(program.errors().empty());
    const auto json = program.json();
    CHECK(json["format"] == "bes-standby-setup.failure");
    CHECK(json["format_version"] == 1);
    CHECK(json["exit_code"]["number"] == 2);
    CHECK(json["failure"]["id"] == "answers.missing");

    const Ran person({"database", "show"});
    CHECK(person.out().empty());
    CHECK(person.errors() == "bes-standby-setup: No database is chosen  [answers.missing]\n"
                             "  why:     the path of the database file is missing\n"
                             "  remedy:  Enter the path of the database file (--database.location FILE).\n");
}

TEST_CASE("a command takes only the answers that it has a use for") {
    CHECK_THAT(Ran({"database", "show", "--primary.name", "BES01"}).errors(),
               Contains("this command takes no option --primary.name"));
}

TEST_CASE("options may stand before the command") {
    CHECK(Ran({"--json", "version"}).json()["format"] == "bes-standby-setup.version");
}

// SPDX-License-Identifier: Apache-2.0
#include "command_line.hpp"

#include <catch2/catch.hpp>

using namespace bes;
using namespace bes::probe;
using namespace std::chrono_literals;
using domino::Question;
using domino::Topic;

namespace {

Result<CommandLine> parse(const std::vector<std::string>& words) {
    return parseCommandLine(words);
}

} // namespace

TEST_CASE("all questions are asked unless some are named") {
    const auto line = parse({"--primary", "Mail01/Acme"});
    REQUIRE(line);
    CHECK(line->settings.primary == "Mail01/Acme");
    CHECK(line->questions.size() == 26);
    CHECK(line->questions.front() == Question{Topic::identity, std::nullopt});
    CHECK(line->questions.back() == Question{Topic::queue, Role::standby});
}

TEST_CASE("named questions are asked in their own order") {
    const auto line = parse({"--primary=P", "--questions=queue,identity,queue"});
    REQUIRE(line);
    CHECK(line->questions == std::vector<Question>{{Topic::identity, std::nullopt},
                                                   {Topic::queue, Role::primary},
                                                   {Topic::queue, Role::standby}});
}

TEST_CASE("paths with blanks are paths") {
    const auto line = parse({"--list", "--notes-ini", "/local/my data/notes.ini", "--root", "/mnt/a b"});
    REQUIRE(line);
    CHECK(line->task == Task::list);
    CHECK(line->named.notesIni == "/local/my data/notes.ini");
    CHECK(line->root == "/mnt/a b");
}

TEST_CASE("seconds may have fractions where waiting is meant") {
    const auto line = parse({"--primary=P", "--interval=0.25", "--tolerance=60", "--limit=5"});
    REQUIRE(line);
    CHECK(line->settings.interval == 250ms);
    CHECK(line->settings.tolerance == 60s);
    CHECK(line->limit == 5s);
}

TEST_CASE("a command line that is not understood is refused") {
    CHECK_FALSE(parse({}));
    CHECK_FALSE(parse({"--primary", ""}));
    CHECK_FALSE(parse({"--primary=P", "--question=identity"}));
    CHECK_FALSE(parse({"--primary=P", "--questions=who"}));
    CHECK_FALSE(parse({"--primary=P", "--questions="}));
    CHECK_FALSE(parse({"--primary=P", "--interval=-1"}));
    CHECK_FALSE(parse({"--primary=P", "--interval=nan"}));
    CHECK_FALSE(parse({"--primary=P", "rest"}));
    CHECK(parse({"--primary=P", "rest"}).error().code == ExitCode::usage);
    CHECK(parse({"--primary=P", "--questions=\x1b[2J"}).error().why == "There is no question \"?[2J\"");
}

// SPDX-License-Identifier: Apache-2.0
#include "host/process.hpp"

#include <windows.h>

#include <catch2/catch.hpp>

#include <chrono>
#include <thread>

#include "host/own_process.hpp"
#include "text/path_text.hpp"

using namespace bes;
using namespace std::chrono_literals;
using host::run;

TEST_CASE("A program's output, complaints and exit code come back") {
    const auto outcome = run({"cmd.exe", "/c", "echo said& echo complained 1>&2& exit 3"}, 20s);
    REQUIRE(outcome);
    CHECK(outcome->exitCode == 3);
    CHECK_THAT(outcome->output, Catch::StartsWith("said"));
    CHECK_THAT(outcome->errors, Catch::StartsWith("complained"));
}

TEST_CASE("A missing program is a failure that names it") {
    const auto outcome = run({"C:\\nonexistent\\bes-no-such-program.exe"}, 10s);
    REQUIRE_FALSE(outcome);
    CHECK(outcome.error().id == "process.start");
    CHECK_THAT(outcome.error().what, Catch::Contains("bes-no-such-program"));
    CHECK_FALSE(outcome.error().why.empty());
}

TEST_CASE("Lasts long", "[.lasts]") { // run by the next test
    std::this_thread::sleep_for(1h);
}

TEST_CASE("A program that takes too long is ended") {
    const auto begin = std::chrono::steady_clock::now();
    const auto outcome = run({utf8(host::ownProgramFolder() / "test-host.exe"), "[.lasts]"}, 500ms);
    REQUIRE_FALSE(outcome);
    CHECK(outcome.error().id == "process.timeout");
    CHECK(std::chrono::steady_clock::now() - begin < 30s);
}

TEST_CASE("The variables of this process are in UTF-8") {
    REQUIRE(::SetEnvironmentVariableW(L"BES_PRACTICE", L"Würfel 猫") != 0);
    const host::Environment variables = host::ownEnvironment();
    const auto there =
        std::ranges::find(variables, std::string("BES_PRACTICE"), &host::Environment::value_type::first);
    REQUIRE(there != variables.end());
    CHECK(there->second == "W\xc3\xbcrfel \xe7\x8c\xab");
}

// SPDX-License-Identifier: Apache-2.0
#include "host/process.hpp"

#include <windows.h>

#include <catch2/catch.hpp>

#include "host/own_process.hpp"
#include "host/run_lock.hpp"
#include "host/staging_folder.hpp"
#include "unit/host/file_contents.hpp"
#include "unit/temporary_folder.hpp"

using namespace bes;
using namespace std::chrono_literals;
using host::run;
namespace fs = std::filesystem;

namespace {

std::span<const std::byte> bytesOf(const std::string& text) {
    return std::as_bytes(std::span(text.data(), text.size()));
}

} // namespace

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

TEST_CASE("A program that takes too long is ended, with what it started") {
    const auto outcome = run({"cmd.exe", "/c", "cmd.exe /c pause < con"}, 500ms);
    if (outcome) // it had nothing to read and ended by itself
        return;
    CHECK(outcome.error().id == "process.timeout");
}

TEST_CASE("The variables of this process are in UTF-8") {
    REQUIRE(::SetEnvironmentVariableW(L"BES_PRACTICE", L"Würfel 猫") != 0);
    const host::Environment variables = host::ownEnvironment();
    const auto there =
        std::ranges::find(variables, std::string("BES_PRACTICE"), &host::Environment::value_type::first);
    REQUIRE(there != variables.end());
    CHECK(there->second == "W\xc3\xbcrfel \xe7\x8c\xab");
}

TEST_CASE("A lock has one holder, who is named, and is free when it is let go") {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "lock";
    {
        const auto lock = host::RunLock::acquire(file);
        REQUIRE(lock);
        CHECK(host::RunLock::isHeldHere(file));
        const auto second = host::RunLock::acquire(file);
        REQUIRE_FALSE(second);
        CHECK(second.error().id == "run.busy");
        const auto holder = host::RunLock::holder(file);
        REQUIRE(holder);
        CHECK(holder->process == static_cast<int>(::GetCurrentProcessId()));
    }
    CHECK(host::RunLock::holder(file) == std::nullopt);
    CHECK(host::RunLock::acquire(file));
}

TEST_CASE("Staged files come into folders that were made for them, and nowhere else") {
    const TemporaryFolder folder;
    auto staging = host::StagingFolder::create(folder.path() / "staging");
    REQUIRE(staging);
    REQUIRE(staging->makeFolder("router", 0755));
    REQUIRE(staging->makeFolder("router/bin", 0755));
    auto file = staging->createFile("router/bin/router.exe");
    REQUIRE(file);
    REQUIRE(file->write(bytesOf("MZ\r\n")));
    REQUIRE(file->close(0755));
    CHECK_FALSE(staging->createFile("router/bin/router.exe")); // it is there
    CHECK_FALSE(staging->createFile("router/BIN/ROUTER.EXE")); // which is the same name here
    CHECK_FALSE(staging->createFile("absent/file"));
    CHECK_FALSE(staging->makeFolder("router/bin/router.exe/below", 0755));
    CHECK(staging->sync());
    CHECK(contentOf(folder.path() / "staging/router/bin/router.exe") == "MZ\r\n");
}

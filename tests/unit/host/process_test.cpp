// SPDX-License-Identifier: Apache-2.0
#include "host/process.hpp"

#include <signal.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include <filesystem>
#include <thread>

#include "host/files.hpp"
#include "unit/host/file_contents.hpp"
#include "unit/temporary_folder.hpp"

using namespace bes;
using namespace std::chrono_literals;
using host::run;

TEST_CASE("A program's output, complaints and exit code come back") {
    const auto outcome = run({"sh", "-c", "echo said; echo complained >&2; exit 3"}, 10s);
    REQUIRE(outcome);
    CHECK(outcome->exitCode == 3);
    CHECK(outcome->output == "said\n");
    CHECK(outcome->errors == "complained\n");
}

TEST_CASE("Words reach the program as they are: no shell looks at them") {
    CHECK(run({"printf", "%s|", "a b", "$HOME", "*", "", "'"}, 10s)->output == "a b|$HOME|*||'|");
}

TEST_CASE("The program speaks plain English and has nothing to read") {
    ::setenv("LC_ALL", "de_DE.UTF-8", 1);
    const auto outcome = run({"sh", "-c", "echo $LC_ALL; cat; env | grep -c ^LC_ALL="}, 10s);
    CHECK(outcome->output == "C\n1\n");
    ::unsetenv("LC_ALL");
}

TEST_CASE("The program inherits neither descriptors nor ignored signals") {
    ::signal(SIGPIPE, SIG_IGN);
    const int leak = ::dup(STDIN_FILENO); // not close-on-exec
    const auto descriptors = run({"sh", "-c", "ls /proc/self/fd | wc -l"}, 10s);
    const auto signalled = run({"sh", "-c", "kill -PIPE $$; echo survived"}, 10s);
    ::close(leak);
    ::signal(SIGPIPE, SIG_DFL);
    CHECK(descriptors->output == "4\n"); // 0, 1, 2 and the folder that ls reads
    CHECK(signalled->exitCode == 128 + SIGPIPE);
}

TEST_CASE("A missing program is a failure that names it") {
    const auto outcome = run({"/nonexistent/bes-no-such-program"}, 10s);
    REQUIRE_FALSE(outcome);
    CHECK(outcome.error().id == "process.start");
    CHECK_THAT(outcome.error().what, Catch::Contains("bes-no-such-program"));
    CHECK(outcome.error().why == "No such file or directory");
}

TEST_CASE("A signal that ended the program shows in its exit code") {
    CHECK(run({"sh", "-c", "kill -KILL $$"}, 10s)->exitCode == 128 + SIGKILL);
}

TEST_CASE("Much output on both streams at once does not block") {
    const auto outcome =
        run({"sh", "-c", "head -c 3000000 /dev/zero & head -c 3000000 /dev/zero >&2; wait"}, 30s);
    REQUIRE(outcome);
    CHECK(outcome->output.size() == 3'000'000);
    CHECK(outcome->errors.size() == 3'000'000);
}

TEST_CASE("When the limit has passed, the program and what it started are killed") {
    const TemporaryFolder folder;
    const std::string mark = folder.path() / "mark";
    const auto begin = std::chrono::steady_clock::now();
    const auto outcome = run({"sh", "-c", "(sleep 1; touch " + mark + ") & sleep 60"}, 300ms);
    CHECK(std::chrono::steady_clock::now() - begin < 5s);
    REQUIRE_FALSE(outcome);
    CHECK(outcome.error().id == "process.timeout");
    CHECK_THAT(outcome.error().what, Catch::Contains("0.3 seconds"));
    std::this_thread::sleep_for(1200ms);
    CHECK_FALSE(std::filesystem::exists(mark));
}

TEST_CASE("A program that never stops writing is ended too") {
    const auto outcome = run({"yes"}, 300ms);
    REQUIRE_FALSE(outcome);
    CHECK(outcome.error().id == "process.timeout");
}

TEST_CASE("A program that closed its streams is still waited for") {
    CHECK(run({"sh", "-c", "exec >&- 2>&-; sleep 0.2; exit 5"}, 10s)->exitCode == 5);
}

TEST_CASE("What a program left running in the background is not waited for") {
    const auto begin = std::chrono::steady_clock::now();
    const auto outcome = run({"sh", "-c", "sleep 5 & echo done"}, 10s);
    CHECK(std::chrono::steady_clock::now() - begin < 3s);
    CHECK(outcome->output == "done\n");
}

TEST_CASE("What was said before the limit passed or a stop was asked for is kept") {
    const auto late = host::runAndFollow({"sh", "-c", "echo said; sleep 60"}, 300ms);
    REQUIRE(late);
    CHECK(late->tookTooLong);
    CHECK_FALSE(late->stopped);
    CHECK(late->output == "said\n");

    std::stop_source stop;
    const std::jthread asking([&] {
        std::this_thread::sleep_for(200ms);
        stop.request_stop();
    });
    const auto stopped = host::runAndFollow({"sh", "-c", "echo said; sleep 60"}, 30s, stop.get_token());
    REQUIRE(stopped);
    CHECK(stopped->stopped);
    CHECK_FALSE(stopped->tookTooLong);
    CHECK(stopped->output == "said\n");
}

// SPDX-License-Identifier: Apache-2.0
#include "host/interruption.hpp"

#include <signal.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include <array>
#include <thread>

#include "host/own_process.hpp"
#include "unit/host/child_process.hpp"

using namespace std::chrono_literals;

namespace {

bool comesTrue(const std::stop_token& token) {
    for (int tries = 0; tries < 500 && !token.stop_requested(); ++tries)
        std::this_thread::sleep_for(10ms);
    return token.stop_requested();
}

} // namespace

TEST_CASE("Each polite signal asks for a stop, and further ones end nothing") {
    const int signal = GENERATE(SIGINT, SIGTERM, SIGHUP);
    ChildProcess child([signal] {
        ::signal(signal, SIG_DFL);
        const std::stop_token token = bes::host::stopOnSignals();
        if (token.stop_requested())
            return 1;
        ::kill(::getpid(), signal);
        if (!comesTrue(token))
            return 2;
        for (int again = 0; again < 100; ++again)
            ::kill(::getpid(), signal);
        return bes::host::stopOnSignals().stop_requested() ? 42 : 3;
    });
    CHECK(child.wait() == 42);
}

TEST_CASE("A signal that comes just before another program goes on is not lost") {
    ChildProcess child([] {
        ::signal(SIGTERM, SIG_DFL);
        [[maybe_unused]] const std::stop_token token = bes::host::stopOnSignals();
        ::kill(::getpid(), SIGTERM);
        const bes::Failure failure = bes::host::becomeProgram("/bin/true", {}, {}); // which would end with 0
        return failure.code == bes::ExitCode::cancelled ? 42 : 1;
    });
    CHECK(child.wait() == 42);
}

TEST_CASE("A callback of the token runs") {
    ChildProcess child([] {
        ::signal(SIGTERM, SIG_DFL);
        std::atomic<bool> called = false;
        const std::stop_callback callback(bes::host::stopOnSignals(), [&] { called = true; });
        ::kill(::getpid(), SIGTERM);
        for (int tries = 0; tries < 500 && !called; ++tries)
            std::this_thread::sleep_for(10ms);
        return called ? 0 : 1;
    });
    CHECK(child.wait() == 0);
}

TEST_CASE("A run started by nohup does not stop when the terminal closes") {
    ChildProcess child([] {
        ::signal(SIGHUP, SIG_IGN);
        const std::stop_token token = bes::host::stopOnSignals();
        ::kill(::getpid(), SIGHUP);
        std::this_thread::sleep_for(100ms);
        return token.stop_requested() ? 1 : 0;
    });
    CHECK(child.wait() == 0);
}

TEST_CASE("Writing to a pipe that nobody reads ends nothing") {
    ChildProcess child([] {
        bes::host::surviveClosedPipes();
        std::array<int, 2> ends{};
        if (::pipe(ends.data()) != 0)
            return 1;
        ::close(ends[0]);
        return ::write(ends[1], "x", 1) == -1 && errno == EPIPE ? 0 : 2;
    });
    CHECK(child.wait() == 0);
}

namespace {

bes::host::LastWords lastWords() {
    return {21, "", "", ""};
}

} // namespace

TEST_CASE("A process that hangs in a look is ended a moment after a signal") {
    const auto begin = std::chrono::steady_clock::now();
    ChildProcess child([] {
        bes::host::endSoonAfterSignals(lastWords());
        ::kill(::getpid(), SIGTERM);
        std::this_thread::sleep_for(20s);
        return 1;
    });
    CHECK(child.wait() == 21);
    CHECK(std::chrono::steady_clock::now() - begin < 2s);
}

TEST_CASE("A process that changes something is only asked to stop") {
    ChildProcess child([] {
        bes::host::endSoonAfterSignals(lastWords());
        const bes::host::ChangesUnderWay changes;
        ::kill(::getpid(), SIGTERM);
        std::this_thread::sleep_for(1500ms);
        return bes::host::stopOnSignals().stop_requested() ? 42 : 1;
    });
    CHECK(child.wait() == 42);
}

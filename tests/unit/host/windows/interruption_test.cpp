// SPDX-License-Identifier: Apache-2.0
#include "host/interruption.hpp"

#include <windows.h>

#include <catch2/catch.hpp>

#include <chrono>
#include <thread>

#include "unit/host/windows/hidden_test.hpp"

using namespace std::chrono_literals;

namespace {

/// Asks all processes of this console to end, as its keyboard does. (Wine knows no Ctrl-Break.)
void pressControlC() {
    REQUIRE(::GenerateConsoleCtrlEvent(CTRL_C_EVENT, 0) != 0);
}

bool comesTrue(const std::stop_token& token) {
    for (int i = 0; i < 500 && !token.stop_requested(); ++i)
        std::this_thread::sleep_for(10ms);
    return token.stop_requested();
}

constexpr int asked = 42;

} // namespace

TEST_CASE("Hears Ctrl-C", "[.hears]") { // run by the next test: nobody asks this process to end
    ::FreeConsole();
    REQUIRE(::AllocConsole() != 0);
    const std::stop_token token = bes::host::stopOnSignals();
    CHECK_FALSE(token.stop_requested());
    pressControlC();
    REQUIRE(comesTrue(token));
    for (int i = 0; i < 10; ++i)
        pressControlC(); // end nothing
    std::this_thread::sleep_for(200ms);
    ::ExitProcess(asked);
}

TEST_CASE("Ctrl-C asks for a stop, and further ones end nothing") {
    HiddenTest process(L"[.hears]", {});
    CHECK(process.wait() == asked);
}

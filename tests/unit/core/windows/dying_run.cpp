// SPDX-License-Identifier: Apache-2.0
#include "unit/core/dying_run.hpp"

#include <catch2/catch.hpp>

#include <string>

#include "unit/core/practice_site.hpp"
#include "unit/host/windows/hidden_test.hpp"

using namespace bes;

namespace {

constexpr DWORD killed = 137;

} // namespace

/// The process that dieAt() makes: there is no fork(), so that it reads what is ordered.
TEST_CASE("A run that dies as it was ordered", "[.dies]") {
    const auto order = parseEngineOrder(readFile(HiddenTest::place() / "order"));
    REQUIRE(order.has_value());
    AtEachStep progress([step = std::stoul(readFile(HiddenTest::place() / "step"))](std::size_t index) {
        if (index == step)
            ::TerminateProcess(::GetCurrentProcess(), killed);
    });
    carryOut(*order, progress);
}

void dieAt(std::size_t step, const EngineOrder& order) {
    const TemporaryFolder place;
    writeFile(place.path() / "order", std::string(formatEngineOrder(order).reveal()));
    writeFile(place.path() / "step", std::to_string(step));
    HiddenTest other(L"[.dies]", place.path());
    REQUIRE(other.wait() == killed);
}

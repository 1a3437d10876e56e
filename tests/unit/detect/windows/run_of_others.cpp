// SPDX-License-Identifier: Apache-2.0
#include "unit/detect/run_of_others.hpp"

#include <catch2/catch.hpp>

#include "unit/host/windows/hidden_test.hpp"

struct RunOfOthers::Process {
    HiddenTest other;
};

TEST_CASE("Has the lock of a root", "[.holds-lock]") { // run by RunOfOthers
    REQUIRE(holdLockOf(HiddenTest::place()));
}

RunOfOthers::RunOfOthers(const std::filesystem::path& root)
    : taken_(signOfLock(root)), process_(new Process{HiddenTest(L"[.holds-lock]", root)}) {
    waitUntil(true, taken_);
}

RunOfOthers::~RunOfOthers() = default;

void RunOfOthers::end() {
    std::filesystem::remove(taken_);
    CHECK(process_->other.wait() == 0);
}

// SPDX-License-Identifier: Apache-2.0
#include "unit/detect/run_of_others.hpp"

#include <catch2/catch.hpp>

#include "unit/database/other_process.hpp"

struct RunOfOthers::Process {
    OtherProcess other;
};

RunOfOthers::RunOfOthers(const std::filesystem::path& root)
    : taken_(signOfLock(root)),
      process_(new Process{OtherProcess([root] { return holdLockOf(root) ? 0 : 1; })}) {
    waitUntil(true, taken_);
}

RunOfOthers::~RunOfOthers() = default;

void RunOfOthers::end() {
    std::filesystem::remove(taken_);
    CHECK(process_->other.exitCode() == 0);
}

// SPDX-License-Identifier: Apache-2.0
#include <chrono>
#include <thread>

#include "journal/run_under_way.hpp"
#include "unit/detect/practice_site.hpp"
#include "unit/detect/run_of_others.hpp"

std::filesystem::path signOfLock(const std::filesystem::path& root) {
    return root / "taken";
}

void waitUntil(bool there, const std::filesystem::path& path) {
    while (std::filesystem::exists(path) != there)
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
}

bool holdLockOf(const std::filesystem::path& root) {
    const auto lock = bes::journal::lock(bes::host::Root(root));
    writeText(signOfLock(root), "");
    waitUntil(false, signOfLock(root));
    return lock.has_value();
}

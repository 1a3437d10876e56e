// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>

/// Another process that has the lock of that root, and keeps it until it is told to end.
class RunOfOthers {
public:
    explicit RunOfOthers(const std::filesystem::path& root);
    RunOfOthers(const RunOfOthers&) = delete;
    RunOfOthers& operator=(const RunOfOthers&) = delete;
    ~RunOfOthers();

    void end();

private:
    struct Process;
    std::filesystem::path taken_; ///< is there as long as it has the lock
    std::unique_ptr<Process> process_;
};

/// What it does; false: it did not get the lock.
[[nodiscard]] bool holdLockOf(const std::filesystem::path& root);
/// Of that root.
[[nodiscard]] std::filesystem::path signOfLock(const std::filesystem::path& root);
void waitUntil(bool there, const std::filesystem::path& path);

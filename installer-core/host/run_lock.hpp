// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "model/failure.hpp"

namespace bes::host {

/// Who holds the lock, as it introduced itself; 0 and empty where that could not be written or read.
struct LockHolder {
    int process = 0;
    std::string since, program;
    std::string account = {}; ///< of the person who started it; empty where an older version did not say

    bool operator==(const LockHolder&) const = default;
};
/// "process 812 (bes-standby-setup install), since 2026-11-22T10:00:00Z, started by alice".
[[nodiscard]] std::string describe(const LockHolder& holder);

/// One run of setup per root. Held until destroyed, which removes the file; the system releases it when the
/// process dies (the file then stays and does not matter). The file is its owner's alone, for who may open it
/// could hold it.
class RunLock {
public:
    /// The file's folder must be there. `note` is for those who may not see the lock (run_note.hpp); empty:
    /// none is made. Failure run.busy naming process and start time of the holder.
    [[nodiscard]] static Result<RunLock> acquire(const std::filesystem::path& file,
                                                 const std::filesystem::path& note = {});
    /// Empty where nobody holds it. Changes nothing.
    [[nodiscard]] static std::optional<LockHolder> holder(const std::filesystem::path& file);
    /// This process holds it.
    [[nodiscard]] static bool isHeldHere(const std::filesystem::path& file);
    /// Of all locks that this process holds, for when it ends in the middle.
    static void removeFiles();
    RunLock(RunLock&& other) noexcept;
    RunLock& operator=(RunLock&&) = delete;
    RunLock(const RunLock&) = delete;
    RunLock& operator=(const RunLock&) = delete;
    ~RunLock();

private:
    RunLock(int descriptor, std::filesystem::path file, std::filesystem::path note);
    int descriptor_;
    std::filesystem::path file_, note_;
};

} // namespace bes::host

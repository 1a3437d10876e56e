#pragma once

#include <filesystem>

#include "model/failure.hpp"

namespace bes::host {

/// One run of setup per root. Held until destroyed; the system releases it when the process dies.
class RunLock {
public:
    /// Failure run.busy naming process and start time of the holder.
    [[nodiscard]] static Result<RunLock> acquire(const std::filesystem::path& file);
    RunLock(RunLock&& other) noexcept;
    RunLock& operator=(RunLock&&) = delete;
    RunLock(const RunLock&) = delete;
    RunLock& operator=(const RunLock&) = delete;
    ~RunLock();

private:
    explicit RunLock(int descriptor);
    int descriptor_;
};

} // namespace bes::host

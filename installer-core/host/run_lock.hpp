#pragma once

#include <filesystem>

#include "model/failure.hpp"

namespace bes::host {

/// One run of setup per root. Held until destroyed, which removes the file; the system releases it when the
/// process dies (the file then stays and does not matter).
class RunLock {
public:
    /// The file's folder must be there. Failure run.busy naming process and start time of the holder.
    [[nodiscard]] static Result<RunLock> acquire(const std::filesystem::path& file);
    RunLock(RunLock&& other) noexcept;
    RunLock& operator=(RunLock&&) = delete;
    RunLock(const RunLock&) = delete;
    RunLock& operator=(const RunLock&) = delete;
    ~RunLock();

private:
    RunLock(int descriptor, std::filesystem::path file);
    int descriptor_;
    std::filesystem::path file_;
};

} // namespace bes::host

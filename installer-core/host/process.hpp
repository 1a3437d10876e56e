#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "model/failure.hpp"

namespace bes::host {

struct ProcessOutcome {
    int exitCode = 0;   ///< 128 + signal where a signal ended it
    std::string output; ///< standard output, the first 16 MiB
    std::string errors; ///< standard error, likewise
};

/// Runs a program (first word, found by PATH) without a shell, with standard input closed and LC_ALL=C.
/// Failure process.start when it can't be run, process.timeout when it was ended because the limit passed.
[[nodiscard]] Result<ProcessOutcome> run(const std::vector<std::string>& words,
                                         std::chrono::milliseconds limit);

/// "2.5 seconds".
[[nodiscard]] std::string inSeconds(std::chrono::milliseconds duration);

} // namespace bes::host

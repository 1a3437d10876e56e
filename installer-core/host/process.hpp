// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "host/handed_on.hpp"
#include "model/failure.hpp"

namespace bes::host {

struct ProcessOutcome {
    int exitCode = 0;   ///< 128 + signal where a signal ended it
    std::string output; ///< standard output, the first 16 MiB
    std::string errors; ///< standard error, likewise

    /// Which signal ended it; empty where none did. A program that itself ends with a code above 128 looks
    /// the same.
    [[nodiscard]] std::optional<int> signal() const {
        return exitCode > 128 ? std::optional(exitCode - 128) : std::nullopt;
    }
};

/// Runs a program (first word, found by PATH) without a shell, with an empty standard input and the
/// environment of a tool (handedOn).
/// Failure process.start when it can't be run, process.timeout when it was ended because the limit passed.
[[nodiscard]] Result<ProcessOutcome> run(const std::vector<std::string>& words,
                                         std::chrono::milliseconds limit);

/// How a program came to its end, with all that it had written until then.
struct FollowedProcess : ProcessOutcome {
    bool tookTooLong = false; ///< it was killed because the limit passed
    bool stopped = false;     ///< it was killed because of the stop token
};

/// The same for a program whose output counts whatever becomes of it. Failure process.start.
[[nodiscard]] Result<FollowedProcess> runAndFollow(const std::vector<std::string>& words,
                                                   std::chrono::milliseconds limit, std::stop_token stop = {},
                                                   Child child = Child::tool);

} // namespace bes::host

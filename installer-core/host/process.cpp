// SPDX-License-Identifier: Apache-2.0
#include "host/process.hpp"

#include "model/try.hpp"
#include "text/quantities.hpp"

namespace bes::host {

Result<ProcessOutcome> run(const std::vector<std::string>& words, std::chrono::milliseconds limit) {
    TRY_ASSIGN(auto outcome, runAndFollow(words, limit));
    if (outcome.tookTooLong)
        return fail(ExitCode::failed, "process.timeout",
                    words.front() + " did not finish within " + inSeconds(limit) + " and was stopped",
                    "It waits for something, or the computer is too slow",
                    "Run it manually to see what it waits for, then run setup again");
    return ProcessOutcome(std::move(outcome));
}

} // namespace bes::host

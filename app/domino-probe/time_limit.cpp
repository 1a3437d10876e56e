// SPDX-License-Identifier: Apache-2.0
#include "time_limit.hpp"

#include <cstdlib>

namespace bes::probe {

TimeLimit::TimeLimit(std::chrono::seconds limit, int exitCode) {
    if (limit == std::chrono::seconds(0))
        return;
    watch_.emplace([this, limit, exitCode](std::stop_token stop) {
        std::unique_lock lock(mutex_);
        stopped_.wait_for(lock, stop, limit, [] { return false; });
        if (!stop.stop_requested())
            std::_Exit(exitCode);
    });
}

} // namespace bes::probe

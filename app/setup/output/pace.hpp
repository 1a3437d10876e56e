// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>

namespace bes::app {

/// How fast the weight of a run shrinks, from what the last seconds showed.
class Pace {
public:
    using Time = std::chrono::steady_clock::time_point;

    void note(Time now, std::uint64_t done);
    /// Weight per second; empty until enough was seen.
    [[nodiscard]] std::optional<double> perSecond() const;
    [[nodiscard]] std::optional<std::chrono::seconds> left(std::uint64_t total) const;

private:
    struct Sample {
        Time time;
        std::uint64_t done = 0;
    };
    std::deque<Sample> samples_;
};

/// "8 s", "2:05 min", "1:02 h"
[[nodiscard]] std::string durationText(std::chrono::seconds duration);

} // namespace bes::app

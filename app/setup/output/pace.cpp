// SPDX-License-Identifier: Apache-2.0
#include "output/pace.hpp"

#include <fmt/format.h>

namespace bes::app {
namespace {

constexpr std::chrono::seconds window{5};
constexpr std::chrono::milliseconds enough{500};
constexpr std::chrono::milliseconds resolution{50}; ///< samples are no closer than this

} // namespace

void Pace::note(Time now, std::uint64_t done) {
    if (samples_.size() > 1 && now - samples_[samples_.size() - 2].time < resolution)
        samples_.pop_back();
    samples_.push_back({now, done});
    while (samples_.size() > 2 && now - samples_[1].time > window)
        samples_.pop_front();
}

std::optional<double> Pace::perSecond() const {
    if (samples_.empty() || samples_.back().time - samples_.front().time < enough)
        return std::nullopt;
    const std::chrono::duration<double> seconds = samples_.back().time - samples_.front().time;
    return static_cast<double>(samples_.back().done - samples_.front().done) / seconds.count();
}

std::optional<std::chrono::seconds> Pace::left(std::uint64_t total) const {
    const auto pace = perSecond();
    if (!pace || *pace <= 0 || total < samples_.back().done)
        return std::nullopt;
    const double seconds = static_cast<double>(total - samples_.back().done) / *pace;
    constexpr double longest = 100.0 * 3600;
    if (seconds > longest)
        return std::nullopt;
    return std::chrono::seconds(static_cast<std::int64_t>(seconds + 0.5));
}

std::string durationText(std::chrono::seconds duration) {
    const auto seconds = duration.count();
    if (seconds < 60)
        return fmt::format("{} s", seconds);
    if (seconds < 3600)
        return fmt::format("{}:{:02} min", seconds / 60, seconds % 60);
    return fmt::format("{}:{:02} h", seconds / 3600, seconds / 60 % 60);
}

} // namespace bes::app

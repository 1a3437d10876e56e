// SPDX-License-Identifier: Apache-2.0
#include "text/utc.hpp"

#include <array>
#include <chrono>

namespace bes {

std::string utcText(const std::tm& utc) {
    std::array<char, 64> text{};
    return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &utc)};
}

std::string utcText(std::time_t time) {
    const std::chrono::sys_seconds since{std::chrono::seconds(time)};
    const auto day = std::chrono::floor<std::chrono::days>(since);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(since - day);
    std::tm utc{};
    utc.tm_year = static_cast<int>(date.year()) - 1900;
    utc.tm_mon = static_cast<int>(static_cast<unsigned>(date.month())) - 1;
    utc.tm_mday = static_cast<int>(static_cast<unsigned>(date.day()));
    utc.tm_hour = static_cast<int>(clock.hours().count());
    utc.tm_min = static_cast<int>(clock.minutes().count());
    utc.tm_sec = static_cast<int>(clock.seconds().count());
    return utcText(utc);
}

std::string utcNow() {
    return utcText(std::chrono::system_clock::to_time_t(std::chrono::system_clock::now()));
}

} // namespace bes

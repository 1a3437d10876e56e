// SPDX-License-Identifier: Apache-2.0
#include "times.hpp"

#include <chrono>
#include <cstdio>
#include <ctime>
#include <iomanip>
#include <sstream>
#include <stdexcept>

namespace stand_in {
namespace {

constexpr std::int64_t secondsOfDay = 86400;
constexpr unsigned zoneShift = 24;
constexpr notes::DWord eastOfGmt = 1U << 30;

} // namespace

notes::TimeDate timeOf(std::int64_t unixSeconds, unsigned zone) {
    const auto day = static_cast<notes::DWord>(unixSeconds / secondsOfDay + notes::julianDayOfUnixEpoch);
    const auto ticks = static_cast<notes::DWord>(unixSeconds % secondsOfDay * 100);
    return {ticks, day | zone << zoneShift | (zone == 0 ? 0 : eastOfGmt)};
}

std::int64_t unixSecondsOf(notes::TimeDate time) {
    const std::int64_t day = time.day & notes::julianDayMask;
    return (day - notes::julianDayOfUnixEpoch) * secondsOfDay + time.ticks / 100;
}

std::int64_t parseTime(const std::string& text) {
    std::tm parts{};
    std::istringstream stream(text);
    stream >> std::get_time(&parts, "%Y-%m-%dT%H:%M:%SZ");
    if (stream.fail())
        throw std::runtime_error("\"" + text + "\" is no time like 2026-11-20T10:00:00Z");
    using namespace std::chrono;
    const sys_days day = year(parts.tm_year + 1900) / (parts.tm_mon + 1) / parts.tm_mday;
    return sys_seconds(day + hours(parts.tm_hour) + minutes(parts.tm_min) + seconds(parts.tm_sec))
        .time_since_epoch()
        .count();
}

notes::TimeDate parseReplicaId(const std::string& text) {
    const bool wellFormed = text.size() == 17 && text[8] == ':' &&
                            text.find_first_not_of("0123456789ABCDEFabcdef:") == std::string::npos;
    if (!wellFormed)
        throw std::runtime_error("\"" + text + "\" is no replica ID like C1257A2B:00512C3A");
    return {static_cast<notes::DWord>(std::stoul(text.substr(9), nullptr, 16)),
            static_cast<notes::DWord>(std::stoul(text.substr(0, 8), nullptr, 16))};
}

std::string replicaIdText(notes::TimeDate id) {
    char text[18];
    std::snprintf(text, sizeof text, "%08X:%08X", id.day, id.ticks);
    return text;
}

} // namespace stand_in

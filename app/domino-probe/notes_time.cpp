// SPDX-License-Identifier: Apache-2.0
#include "notes_time.hpp"

#include <chrono>
#include <iomanip>
#include <sstream>

namespace bes::probe {

using domino::notes::TimeDate;

namespace {

constexpr std::int64_t hundredthsPerSecond = 100;
constexpr std::int64_t hundredthsPerDay = 86'400 * hundredthsPerSecond;

} // namespace

std::optional<std::int64_t> hundredths(const TimeDate& time) {
    const std::int64_t day = time.day & domino::notes::julianDayMask;
    if (time.ticks == domino::notes::noTicks || day == 0)
        return std::nullopt;
    return (day - domino::notes::julianDayOfUnixEpoch) * hundredthsPerDay + time.ticks;
}

std::string isoTime(std::optional<std::int64_t> time) {
    if (!time)
        return {};
    using namespace std::chrono;
    const sys_seconds second{seconds(*time / hundredthsPerSecond)};
    const auto day = floor<days>(second);
    const year_month_day date(day);
    const hh_mm_ss clock(second - day);
    std::ostringstream text;
    text << std::setfill('0') << std::setw(4) << static_cast<int>(date.year()) << '-' << std::setw(2)
         << static_cast<unsigned>(date.month()) << '-' << std::setw(2) << static_cast<unsigned>(date.day())
         << 'T' << std::setw(2) << clock.hours().count() << ':' << std::setw(2) << clock.minutes().count()
         << ':' << std::setw(2) << clock.seconds().count() << 'Z';
    return text.str();
}

std::uint64_t replicaIdOf(const TimeDate& id) {
    return static_cast<std::uint64_t>(id.day) << 32 | id.ticks;
}

std::string replicaIdText(std::uint64_t id) {
    std::ostringstream text;
    text << std::hex << std::uppercase << std::setfill('0') << std::setw(8) << (id >> 32) << ':'
         << std::setw(8) << (id & 0xFFFFFFFFU);
    return text.str();
}

} // namespace bes::probe

// SPDX-License-Identifier: Apache-2.0
#include "text/quantities.hpp"

#include <array>

namespace bes {

std::string counted(std::uint64_t number, std::string_view noun) {
    return counted(number, noun, std::string(noun) + "s");
}

std::string counted(std::uint64_t number, std::string_view one, std::string_view many) {
    return std::to_string(number).append(" ").append(number == 1 ? one : many);
}

std::string formatBytes(std::uint64_t bytes, Rounding rounding) {
    constexpr std::array units{"KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
    if (bytes < 1024)
        return counted(bytes, "byte");
    std::size_t unit = 0;
    std::uint64_t size = 1024;
    while (unit + 1 < units.size() && bytes / size >= 1024) {
        size *= 1024;
        ++unit;
    }
    const auto rounded = [&](std::uint64_t part) {
        const std::uint64_t whole = bytes / part;
        return rounding == Rounding::up && bytes % part != 0 ? whole + 1 : whole;
    };
    if (bytes / size >= 10)
        return std::to_string(rounded(size)) + " " + units.at(unit);
    // A tenth of a unit is no whole number of bytes: tenths are counted, not divided out.
    const std::uint64_t rest = bytes % size * 10;
    const std::uint64_t tenths =
        bytes / size * 10 + rest / size + (rounding == Rounding::up && rest % size != 0 ? 1 : 0);
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " " + units.at(unit);
}

std::string inSeconds(std::chrono::milliseconds duration) {
    std::string tenths = std::to_string(duration.count() / 100);
    if (tenths.size() < 2)
        tenths.insert(0, "0");
    tenths.insert(tenths.size() - 1, ".");
    return tenths + " seconds";
}

std::string roughly(std::chrono::seconds duration) {
    const auto number = [&](auto unit) {
        return static_cast<std::uint64_t>(std::chrono::duration_cast<decltype(unit)>(duration).count());
    };
    if (duration >= std::chrono::days(1))
        return counted(number(std::chrono::days()), "day");
    if (duration >= std::chrono::hours(1))
        return counted(number(std::chrono::hours()), "hour");
    if (duration >= std::chrono::minutes(1))
        return counted(number(std::chrono::minutes()), "minute");
    return counted(number(std::chrono::seconds()), "second");
}

} // namespace bes

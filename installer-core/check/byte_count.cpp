#include "check/byte_count.hpp"

#include <array>

namespace bes::check {

std::string formatBytes(std::uint64_t bytes, Rounding rounding) {
    constexpr std::array units{"KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
    if (bytes < 1024)
        return std::to_string(bytes) + (bytes == 1 ? " byte" : " bytes");
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

} // namespace bes::check

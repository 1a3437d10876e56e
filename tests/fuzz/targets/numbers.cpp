// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cmath>
#include <cstring>

#include "answers/fields.hpp"
#include "check/version.hpp"
#include "domino/probe_protocol.hpp"
#include "fuzz.hpp"
#include "model/octal_mode.hpp"
#include "text/quantities.hpp"

namespace bes::fuzz {
namespace {

using check::compareVersions;

/// Three versions: sorting them must not depend on where one begins.
void tryVersions(const std::array<std::string, 3>& versions) {
    const auto& [a, b, c] = versions;
    require(compareVersions(a, a) == 0, "a version is the same as itself", a);
    require((compareVersions(a, b) < 0) == (compareVersions(b, a) > 0), "newer one way is older the other",
            a + " " + b);
    require(!(compareVersions(a, b) < 0 && compareVersions(b, c) < 0) || compareVersions(a, c) < 0,
            "what is newer than the newer one is newer", a + " " + b + " " + c);
    require(!(compareVersions(a, b) == 0 && compareVersions(b, c) == 0) || compareVersions(a, c) == 0,
            "the same as the same is the same", a + " " + b + " " + c);
}

void tryByteCount(std::uint64_t bytes) {
    const auto value = [](const std::string& text) {
        static constexpr std::array units{"byte", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
        std::size_t unit = 0;
        while (text.find(units.at(unit)) == std::string::npos)
            ++unit;
        return std::stold(text) * std::pow(1024.0L, static_cast<long double>(unit));
    };
    const auto exact = static_cast<long double>(bytes);
    require(value(formatBytes(bytes, Rounding::up)) >= exact, "a need never looks smaller");
    require(value(formatBytes(bytes, Rounding::down)) <= exact, "free room never looks larger");
}

void tryMode(const std::string& text) {
    try {
        require(octalMode(modeFromOctal(text)) == text, "a mode is written as it was read", text);
    } catch (const std::invalid_argument&) {
        return;
    }
}

} // namespace

/// Four texts, of which the last one is also taken for the bytes of a number.
void tryInput(std::string_view input) {
    const auto [lines, rest] = linesAndRest(input, 3);
    tryVersions({lines[0], lines[1], lines[2]});
    for (const std::string& line : lines) {
        if (const auto number = domino::statisticNumber(line))
            require(std::isfinite(*number), "the number of a statistic is one", line);
        tryMode(line);
        unsigned number = 0;
        if (!answers::readNumber(line, 1, 65535, number))
            require(number >= 1 && number <= 65535, "a number is in its range", line);
        (void)answers::parseSwitch(line);
    }
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, rest.data(), std::min(rest.size(), sizeof bytes));
    tryByteCount(bytes);
}

} // namespace bes::fuzz

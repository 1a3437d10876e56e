// SPDX-License-Identifier: Apache-2.0
#include "text/quantities.hpp"

#include <catch2/catch.hpp>

using bes::formatBytes;
using bes::Rounding;
using namespace std::chrono_literals;

TEST_CASE("Bytes are shown as a person reads them") {
    CHECK(formatBytes(0, Rounding::up) == "0 bytes");
    CHECK(formatBytes(1, Rounding::up) == "1 byte");
    CHECK(formatBytes(1023, Rounding::up) == "1023 bytes");
    CHECK(formatBytes(1536, Rounding::up) == "1.5 KiB");
    CHECK(formatBytes(412ull << 20, Rounding::up) == "412 MiB");
    CHECK(formatBytes(50ull << 30, Rounding::down) == "50 GiB");
    CHECK(formatBytes(~0ull, Rounding::down) == "15 EiB");
}

TEST_CASE("A need never looks smaller and free room never larger than it is") {
    const auto size = (96ull << 20) + 1;
    CHECK(formatBytes(size, Rounding::up) == "97 MiB");
    CHECK(formatBytes(size, Rounding::down) == "96 MiB");
    CHECK(formatBytes((5ull << 30) + 1, Rounding::up) == "5.1 GiB");
    CHECK(formatBytes((5ull << 30) + 1, Rounding::down) == "5.0 GiB");
}

TEST_CASE("Durations are written in seconds") {
    CHECK(bes::inSeconds(2500ms) == "2.5 seconds");
    CHECK(bes::inSeconds(50ms) == "0.0 seconds");
    CHECK(bes::inSeconds(90s) == "90.0 seconds");
}

TEST_CASE("A noun has its plural for every number but one") {
    CHECK(bes::counted(0, "file") == "0 files");
    CHECK(bes::counted(1, "file") == "1 file");
    CHECK(bes::counted(2, "primary", "primaries") == "2 primaries");
}

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unistd.h>

#include <cstdlib>
#include <string>

#include <catch2/catch.hpp>

/// Tells why a test is not possible here. Where everything has to be possible (BES_NO_SKIP) it then fails.
inline void leftOut(const std::string& why) {
    WARN("left out: " << why);
    CHECK(std::getenv("BES_NO_SKIP") == nullptr);
}

/// False, told with `why`, where this test does not run as root.
inline bool isRoot(const std::string& why = "needs root") {
    if (::geteuid() == 0)
        return true;
    leftOut(why);
    return false;
}

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>
#include <vector>

#include "host/base64.hpp"

/// Sealed texts that ask for more than anybody should spend, or for nothing.
inline std::vector<std::string> hostileSeals() {
    using Cost = std::array<unsigned char, 3>; // log N, r, p
    std::vector<std::string> seals;
    for (const Cost& cost : {Cost{62, 8, 1}, Cost{20, 8, 1}, Cost{17, 255, 1}, Cost{17, 8, 255},
                             Cost{255, 255, 255}, Cost{0, 8, 1}, Cost{17, 0, 1}, Cost{17, 8, 0}}) {
        std::vector<unsigned char> bytes(4 + 16 + 12 + 10 + 16, 'x');
        bytes[0] = 1; // the version
        bytes[1] = cost[0];
        bytes[2] = cost[1];
        bytes[3] = cost[2];
        seals.push_back("sealed:" + bes::host::toBase64(bytes));
    }
    return seals;
}

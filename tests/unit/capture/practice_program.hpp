// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

/// A program for Windows that has nothing but a version resource: "5.0.3.22" is {5, 0, 3, 22}.
struct PracticeProgram {
    std::uint16_t version[4] = {5, 0, 3, 22};
    std::uint16_t language = 0x0409;
    bool wide = false; ///< of 64 bit

    [[nodiscard]] std::string bytes() const;
};

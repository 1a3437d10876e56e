// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sstream>

#include "console.hpp"

/// A console whose output a test can look at.
struct Screen {
    explicit Screen(std::size_t width = 80, bool colours = false)
        : console{{out, width, colours}, {errors, width, colours}} {}

    std::ostringstream out;
    std::ostringstream errors;
    bes::app::Console console;
};

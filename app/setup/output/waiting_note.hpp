// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "console.hpp"

namespace bes::app {

/// What detect does takes seconds where names or endpoints do not answer.
inline constexpr std::string_view lookingAround = "Looking at the computer, the database and the media ...";

/// Says on a terminal what is being waited for, and takes it back when that is over.
class WaitingNote {
public:
    WaitingNote(Console& console, std::string_view text);
    WaitingNote(const WaitingNote&) = delete;
    WaitingNote& operator=(const WaitingNote&) = delete;
    ~WaitingNote();

private:
    Console& console_;
};

} // namespace bes::app

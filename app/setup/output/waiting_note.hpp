#pragma once

#include <string_view>

#include "console.hpp"

namespace bes::app {

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

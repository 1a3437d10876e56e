// SPDX-License-Identifier: Apache-2.0
#include "output/waiting_note.hpp"

namespace bes::app {

WaitingNote::WaitingNote(Console& console, std::string_view text) : console_(console) {
    if (console_.errorsIsTerminal)
        console_.errors.stream() << text << std::flush;
}

WaitingNote::~WaitingNote() {
    if (console_.errorsIsTerminal)
        console_.errors.stream() << "\r\x1b[K" << std::flush;
}

} // namespace bes::app

// SPDX-License-Identifier: Apache-2.0
#include "output/progress_view.hpp"

#include "output/line_progress.hpp"
#include "output/terminal_progress.hpp"

namespace bes::app {

std::unique_ptr<Progress> progressOn(Console& console, bool json, std::string_view waitingFor) {
    if (json)
        return std::make_unique<JsonProgress>(console.out);
    if (console.outIsTerminal)
        return std::make_unique<TerminalProgress>(console.out, waitingFor);
    return std::make_unique<PlainProgress>(console.out);
}

} // namespace bes::app

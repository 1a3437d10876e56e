#pragma once

#include "answers/answers.hpp"
#include "output/page.hpp"

namespace bes::app {

/// Where a command reads and writes.
struct Console {
    Page out;
    Page errors;
    bool outIsTerminal = false;
    bool errorsIsTerminal = false;
};

/// Of this process. Colours only on a terminal, and not where NO_COLOR or TERM=dumb asks for none.
[[nodiscard]] Console systemConsole(const answers::Environment& environment);

} // namespace bes::app

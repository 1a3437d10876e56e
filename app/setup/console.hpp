// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <ostream>
#include <vector>

#include "answers/answers.hpp"
#include "model/failure.hpp"
#include "output/page.hpp"

namespace bes::app {

/// Where a command reads and writes.
struct Console {
    Page out;
    Page errors;
    bool outIsTerminal = false;
    bool errorsIsTerminal = false;
    /// Waits until what was written has arrived, where it may wait; host::deliverOutput has the failures.
    std::function<Result<void>()> deliver = [] { return Result<void>(); };
    /// What is shown is about a practice computer (practice_mark.hpp), and marked so.
    bool practice = false;
    std::function<void()> becamePractice = [] {};
    std::vector<std::shared_ptr<std::ostream>> streams{}; ///< of the pages, where they have their own
};

/// Of this process. Colours only on a terminal, and not where NO_COLOR or TERM=dumb asks for none.
[[nodiscard]] Console systemConsole(const answers::Environment& environment);

} // namespace bes::app

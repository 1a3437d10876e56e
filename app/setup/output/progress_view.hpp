// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string_view>

#include "console.hpp"
#include "model/progress.hpp"

namespace bes::app {

/// JSON Lines for programs, a moving line on a terminal, plain lines elsewhere. A terminal says what is
/// waited for until the run begins.
[[nodiscard]] std::unique_ptr<Progress> progressOn(Console& console, bool json,
                                                   std::string_view waitingFor = {});

} // namespace bes::app

#pragma once

#include <memory>

#include "console.hpp"
#include "model/progress.hpp"

namespace bes::app {

/// JSON Lines for programs, a moving line on a terminal, plain lines elsewhere.
[[nodiscard]] std::unique_ptr<Progress> progressOn(Console& console, bool json);

} // namespace bes::app

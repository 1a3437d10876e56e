// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command.hpp"

namespace bes::app {

/// media capture
[[nodiscard]] Command captureCommand();

} // namespace bes::app

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command.hpp"

namespace bes::app {

/// `answers seal`
[[nodiscard]] Result<ExitCode> sealSecret(const Invocation& invocation);

} // namespace bes::app

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace bes::app {

/// The manual page bes-standby-setup(8), in mdoc, made from the declarations that parse the command line:
/// commands, options, answers, exit codes.
[[nodiscard]] std::string manPage();

} // namespace bes::app

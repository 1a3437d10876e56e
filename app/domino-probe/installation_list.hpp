// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "command_line.hpp"

namespace bes::probe {

/// One line of JSON with all Domino servers that were found.
[[nodiscard]] Result<std::string> installationList(const CommandLine& line);

} // namespace bes::probe

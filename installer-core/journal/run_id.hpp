// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace bes::journal {

/// Sortable by time and never the same twice: "20261122T174500Z-3f2a9c01b7e4".
[[nodiscard]] std::string newRunId();

} // namespace bes::journal

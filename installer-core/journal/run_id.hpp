// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace bes::journal {

/// Now, in UTC, as ISO 8601: "2026-11-22T17:45:00Z".
[[nodiscard]] std::string utcNow();

/// Sortable by time and never the same twice: "20261122T174500Z-3f2a9c01b7e4".
[[nodiscard]] std::string newRunId();

} // namespace bes::journal

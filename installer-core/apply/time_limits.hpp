// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

namespace bes::apply {

/// Longer than the units' own TimeoutStartSec, so that the service manager's reason is heard.
inline constexpr std::chrono::seconds startLimit{90};
/// Longer than their TimeoutStopSec.
inline constexpr std::chrono::seconds stopLimit{60};

} // namespace bes::apply

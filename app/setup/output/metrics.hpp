// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "domino/readiness.hpp"
#include "standby_status.hpp"

namespace bes::app {

/// How the standby is, in the text format of Prometheus (version 0.0.4), for the textfile collector of
/// node_exporter. What is not known has no sample, so that an alert on its absence can tell; what can be
/// counted has one for each state, also where that is 0. `looked`: when this was looked at.
[[nodiscard]] std::string metrics(const StandbyStatus& status,
                                  const std::optional<domino::Readiness>& readiness,
                                  std::chrono::system_clock::time_point looked);

} // namespace bes::app

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ctime>
#include <optional>
#include <string>

#include "domino/readiness.hpp"
#include "model/exit_code.hpp"
#include "standby_status.hpp"

namespace bes::app {

/// The status in the text format of Prometheus, for the textfile collector of node_exporter.
/// \param readiness empty where the Domino servers were not asked
/// \param now seconds since 1970, when it was looked
[[nodiscard]] std::string formatMetrics(const StandbyStatus& status,
                                        const std::optional<domino::Readiness>& readiness, ExitCode code,
                                        std::time_t now);

} // namespace bes::app

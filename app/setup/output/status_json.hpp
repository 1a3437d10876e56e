// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "domino/readiness.hpp"
#include "model/exit_code.hpp"
#include "model/json.hpp"
#include "standby_status.hpp"

namespace bes::app {

/// `readiness`: empty where the Domino servers were not asked.
[[nodiscard]] Json statusDocument(const StandbyStatus& status,
                                  const std::optional<domino::Readiness>& readiness);

/// The run that changes something just now.
[[nodiscard]] Json holderJson(const host::LockHolder& holder);

/// What `status` ends with for it.
[[nodiscard]] ExitCode statusCode(const StandbyStatus& status,
                                  const std::optional<domino::Readiness>& readiness);
[[nodiscard]] ExitCode readinessCode(domino::ReadinessState state);

} // namespace bes::app

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json.hpp"
#include "standby_status.hpp"

namespace bes::app {

/// Without what the Domino servers say.
[[nodiscard]] Json statusDocument(const StandbyStatus& status);

} // namespace bes::app

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "host/root.hpp"

namespace bes::detect {

/// What everybody can see of a standby, and goes with it, for the copy of the receipt may be missing: a unit
/// of systemd, or the entry among the programs of Windows. Empty: there is none.
[[nodiscard]] std::string signOfStandby(const host::Root& root);

} // namespace bes::detect

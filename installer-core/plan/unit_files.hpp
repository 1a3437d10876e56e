// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "model/plan.hpp"
#include "plan/composition.hpp"
#include "plan/places.hpp"

namespace bes::plan {

/// systemd units of every service, bes-standby.target and bes-active.target. Deferred services have no
/// [Install] section and only bes-active.target wants them, which itself nothing wants.
[[nodiscard]] std::vector<TextFile> unitFiles(const Composition& composition);

} // namespace bes::plan

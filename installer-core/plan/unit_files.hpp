// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "model/plan.hpp"
#include "plan/composition.hpp"
#include "plan/places.hpp"
#include "plan/service_definition.hpp"

namespace bes::plan {

/// What systemd is told of a service, and of those that start together: bes-standby.target or
/// bes-active.target. Nothing else knows how a unit is written.
[[nodiscard]] TextFile unitFile(const ServiceDefinition& service);
[[nodiscard]] TextFile targetFile(const ServiceGroup& group);

/// systemd units of every service, bes-standby.target and bes-active.target. Deferred services have no
/// [Install] section and only bes-active.target wants them, which itself nothing wants.
[[nodiscard]] std::vector<TextFile> unitFiles(const Composition& composition);

} // namespace bes::plan

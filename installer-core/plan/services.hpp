// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/service_definition.hpp"
#include "plan/composition.hpp"

namespace bes::plan {

/// Every service in the catalogue's order, without the tasks of the Domino server; first the group of those
/// that start after setup, then that of the deferred ones.
[[nodiscard]] RegisteredServices servicesOf(const Composition& composition);

} // namespace bes::plan

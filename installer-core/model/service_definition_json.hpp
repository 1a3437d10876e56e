// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json.hpp"
#include "model/service_definition.hpp"

namespace bes {

/// Two arrays: `services` and `service_groups`.
void writeServices(Json& json, const RegisteredServices& services);
/// Empty where there are none: receipts of versions before 1.1.0 have none.
[[nodiscard]] RegisteredServices servicesFromJson(const Json& json);

} // namespace bes

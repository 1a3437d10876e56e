// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "apply/run.hpp"

namespace bes::apply {

// On a system whose service manager keeps itself what it is told of services, and reads no files.

/// Each becomes as it is defined; what the manager had of it before is noted first.
[[nodiscard]] Result<void> registerServices(Run& run, std::size_t step,
                                            const std::vector<ServiceDefinition>& services);
[[nodiscard]] Result<void> unregisterServices(Run& run, std::size_t step,
                                              const std::vector<std::string>& keys);
/// Of the accounts of the services, those that may not log on as one may from now on.
[[nodiscard]] Result<void> grantLogons(Run& run, std::size_t step,
                                       const std::vector<ServiceDefinition>& services);
[[nodiscard]] Result<void> endLogons(Run& run, std::size_t step, const std::vector<std::string>& accounts);

} // namespace bes::apply
